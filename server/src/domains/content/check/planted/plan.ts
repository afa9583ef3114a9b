import { choice, home, type Planted, phase, pick, redRule, repeated, task, temperature } from './spoil.ts';

/** Mistakes of ids, phases, references and the task list. */
export const plantedInPlan: Planted[] = [
  [
    'id-twice',
    'faq.yaml',
    (p) =>
      p.faq.push({
        ...pick(p.faq),
        question: { 'zh-CN': '另一个问题', en: 'Another' },
        variants: ['别的问法一', '别的问法二'],
      }),
  ],
  ['id-twice', 'measure.yaml', (p) => p.measure.rules.push(pick(p.measure.rules))],
  ['variant-twice', 'faq.yaml', (p) => pick(p.faq).variants.push(pick(p.faq.slice(1)).question['zh-CN'])],
  [
    'phase-gap',
    'pathway.yaml',
    (p) => {
      phase(p, 1).fromDay += 1;
    },
  ],
  [
    'phase-gap',
    'pathway.yaml',
    (p) => {
      phase(p, 0).fromDay = 1;
    },
  ],
  [
    'phase-overlap',
    'pathway.yaml',
    (p) => {
      phase(p, 1).fromDay -= 1;
    },
  ],
  [
    'phase-open',
    'pathway.yaml',
    (p) => {
      phase(p, 1).toDay = null;
    },
  ],
  [
    'phase-closed',
    'pathway.yaml',
    (p) => {
      phase(p, p.pathway.phases.length - 1).toDay = 400;
    },
  ],
  [
    'phase-anchor',
    'pathway.yaml',
    (p) => {
      phase(p, 1).anchor = 'discharge';
    },
  ],
  [
    'days-backwards',
    'pathway.yaml',
    (p) => {
      phase(p, 1).toDay = 1;
    },
  ],
  [
    'days-backwards',
    'pathway.yaml',
    (p) => {
      repeated(p).toDay = 0;
    },
  ],
  [
    'days-backwards',
    'measure.yaml',
    (p) => {
      redRule(p).fromDay = 91;
    },
  ],
  ['phase-unknown', 'exercises.yaml', (p) => pick(p.exercises).phaseIds.push('no-such-phase')],
  ['phase-unknown', 'guide/diet.md', (p) => pick(p.guide, (page) => page.id === 'diet').phaseIds.push('no-such-phase')],
  ['sign-unknown', 'pathway.yaml', (p) => pick(p.pathway.medicines).warningSigns.push('no-such-sign')],
  [
    'sign-unknown',
    'measure.yaml',
    (p) => {
      redRule(p).warningSign = 'no-such-sign';
    },
  ],
  [
    'sign-unknown',
    'call.yaml',
    (p) => {
      choice(p, 'red').raises = 'no-such-sign';
    },
  ],
  [
    'code-unknown',
    'measure.yaml',
    (p) => {
      redRule(p).code = 'no-such-code';
    },
  ],
  [
    'code-unknown',
    'call.yaml',
    (p) => {
      temperature(p).records = 'no-such-code';
    },
  ],
  ['question-unknown', 'call.yaml', (p) => home(p).ask.push('no-such-question')],
  [
    'question-unknown',
    'call.yaml',
    (p) => {
      choice(p, 'red').opens = ['no-such-question'];
    },
  ],
  [
    'source-unknown',
    'measure.yaml',
    (p) => {
      redRule(p).sources = ['no-such-source'];
    },
  ],
  [
    'source-unknown',
    'call.yaml',
    (p) => {
      pick(temperature(p).thresholds).sources = ['no-such-source'];
    },
  ],
  [
    'source-unknown',
    'exercises.yaml',
    (p) => {
      pick(p.exercises).figure = {
        file: 'media/pump.svg',
        alt: { 'zh-CN': '勾脚', en: 'Pump' },
        licence: 'Apache-2.0',
        source: 'no-such-source',
      };
    },
  ],
  ['source-unused', 'pack.yaml', (p) => p.pack.sources.push({ id: 'unread-book', citation: 'unread' })],
  [
    'call-window',
    'pathway.yaml',
    (p) => {
      p.pathway.dayOneCall.dueHours = 12;
    },
  ],
  [
    'day-one-call',
    'pathway.yaml',
    (p) => {
      p.pathway.tasks = p.pathway.tasks.filter((row) => row.kind !== 'call');
    },
  ],
  [
    'ref-needless',
    'pathway.yaml',
    (p) => {
      task(p, 'visit').ref = 'day-1';
    },
  ],
  [
    'ref-missing',
    'pathway.yaml',
    (p) => {
      delete task(p, 'message').ref;
    },
  ],
  [
    'ref-unknown',
    'pathway.yaml',
    (p) => {
      task(p, 'survey').ref = 'no-such-survey';
    },
  ],
  [
    'schedule-differs',
    'pathway.yaml',
    (p) => {
      task(p, 'message').schedule = { anchor: 'discharge', day: 2, time: '09:00' };
    },
  ],
  [
    'schedule-differs',
    'pathway.yaml',
    (p) => {
      repeated(p).times = ['09:00'];
    },
  ],
  [
    'schedule-differs',
    'pathway.yaml',
    (p) => {
      task(p, 'exercise').schedule = { anchor: 'surgery', fromDay: 1, toDay: 300, everyDays: 1, times: ['08:00'] };
    },
  ],
  ['never-planned', 'exercises.yaml', (p) => p.exercises.push({ ...pick(p.exercises), id: 'forgotten' })],
  ['survey-too-early', 'surveys.yaml', (p) => pick(p.surveys).days.push(2)],
];
