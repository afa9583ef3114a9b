import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPackFolder } from '../reader/read-pack-folder.ts';
import type { PackSections } from '../schema/index.ts';
import { checkPack } from './check-pack.ts';

const knee = join(import.meta.dirname, '../../../../../content/knee-replacement');
let clean: PackSections;

beforeAll(async () => {
  const read = await readPackFolder(knee);
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2));
  clean = read.sections;
});

/** The element of a list that a test spoils; a test that finds nothing to spoil must fail. */
function pick<T>(rows: readonly T[], is: (row: T) => boolean = () => true): T {
  const found = rows.find(is);
  if (found === undefined) throw new Error('nothing to spoil');
  return found;
}

const phase = (pack: PackSections, index: number) => pick(pack.pathway.phases.slice(index));
const task = (pack: PackSections, kind: string) => pick(pack.pathway.tasks, (row) => row.kind === kind);
const home = (pack: PackSections) => pick(pack.call.variants, (row) => row.disposition === 'home');
const choice = (pack: PackSections, severity: string) => {
  for (const question of pack.call.questions) {
    if (question.kind !== 'choice') continue;
    const option = question.options.find((row) => row.severity === severity);
    if (option) return option;
  }
  throw new Error('nothing to spoil');
};
const temperature = (pack: PackSections) => {
  const question = pick(pack.call.questions, (row) => row.id === 'temperature');
  if (question.kind !== 'number') throw new Error('nothing to spoil');
  return question;
};
const redRule = (pack: PackSections) => pick(pack.measure.rules, (row) => row.severity === 'red');
const redSign = (pack: PackSections) => pick(pack['warning-signs'], (row) => row.level === 'red');
const repeated = (pack: PackSections) => {
  const { schedule } = task(pack, 'measurement');
  if (!('fromDay' in schedule)) throw new Error('nothing to spoil');
  return schedule;
};

type Planted = [code: string, file: string, spoil: (pack: PackSections) => void];

const planted: Planted[] = [
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
  [
    'home-missing',
    'call.yaml',
    (p) => {
      p.call.variants = p.call.variants.filter((row) => row.disposition !== 'home');
    },
  ],
  [
    'block-order',
    'call.yaml',
    (p) => {
      home(p).ask.reverse();
    },
  ],
  [
    'block-missing',
    'call.yaml',
    (p) => {
      home(p).ask = home(p).ask.filter((id) => id !== 'appointment');
    },
  ],
  ['asked-twice', 'call.yaml', (p) => home(p).ask.push('thanks')],
  [
    'core-questions',
    'call.yaml',
    (p) => {
      home(p).ask = home(p).ask.filter((id) => id !== 'wound' && id !== 'pain-score');
    },
  ],
  ['never-asked', 'call.yaml', (p) => p.call.questions.push({ ...pick(p.call.questions), id: 'forgotten' })],
  [
    'raise-missing',
    'call.yaml',
    (p) => {
      delete choice(p, 'red').raises;
    },
  ],
  [
    'raise-needless',
    'call.yaml',
    (p) => {
      choice(p, 'none').raises = redSign(p).id;
    },
  ],
  [
    'raise-level',
    'call.yaml',
    (p) => {
      choice(p, 'amber').raises = redSign(p).id;
    },
  ],
  [
    'value-out-of-range',
    'call.yaml',
    (p) => {
      pick(temperature(p).thresholds).value = 385;
    },
  ],
  [
    'value-out-of-range',
    'measure.yaml',
    (p) => {
      redRule(p).value = 385;
    },
  ],
  [
    'level-missing',
    'warning-signs.yaml',
    (p) => {
      p['warning-signs'] = p['warning-signs'].filter((row) => row.level !== 'green');
    },
  ],
  [
    'no-120',
    'warning-signs.yaml',
    (p) => {
      redSign(p).whatToDo.en = 'Ring the ward.';
    },
  ],
  [
    'no-120',
    'measure.yaml',
    (p) => {
      redRule(p).patientNow['zh-CN'] = '现在打病区电话。';
    },
  ],
  [
    'sign-level',
    'measure.yaml',
    (p) => {
      redRule(p).warningSign = 'fever-mild';
    },
  ],
  [
    'banned-word',
    'faq.yaml',
    (p) => {
      pick(p.faq).answer['zh-CN'] = '这个方法保证治好，永不复发。';
    },
  ],
  [
    'banned-word',
    'guide/diet.md',
    (p) => {
      pick(p.guide, (page) => page.id === 'diet').body['zh-CN'] += '根治率很高。';
    },
  ],
  [
    'banned-word',
    'community.yaml',
    (p) => {
      p.community.welcome.en = 'A miracle for your knee.';
    },
  ],
  [
    'english-has-han',
    'faq.yaml',
    (p) => {
      pick(p.faq).answer.en = 'Ring 病区.';
    },
  ],
  [
    'chinese-missing',
    'warning-signs.yaml',
    (p) => {
      redSign(p).sign['zh-CN'] = 'Fever';
    },
  ],
  [
    'unknown-hole',
    'pathway.yaml',
    (p) => {
      pick(p.pathway.messages).body.en += ' {{diagnosis}}';
    },
  ],
  [
    'unknown-hole',
    'pathway.yaml',
    (p) => {
      pick(p.pathway.messages).outsideTitle.en += ' {{form_of_address}}';
    },
  ],
  [
    'summary-too-long',
    'guide/diet.md',
    (p) => {
      pick(p.guide, (page) => page.id === 'diet').elderSummary['zh-CN'] = '长'.repeat(41);
    },
  ],
  [
    'unsafe-markdown',
    'guide/diet.md',
    (p) => {
      pick(p.guide, (page) => page.id === 'diet').body.en += '<script>';
    },
  ],
  [
    'unsafe-markdown',
    'guide/diet.md',
    (p) => {
      pick(p.guide, (page) => page.id === 'diet').body.en += '![x](https://example.org/x.png)';
    },
  ],
  [
    'unsafe-markdown',
    'guide/diet.md',
    (p) => {
      pick(p.guide, (page) => page.id === 'diet').body.en += '[x](javascript:alert(1))';
    },
  ],
  [
    'reveals',
    'pack.yaml',
    (p) => {
      p.pack.privateTitle['zh-CN'] = '您的膝关节置换恢复计划';
    },
  ],
  [
    'reveals',
    'pathway.yaml',
    (p) => {
      pick(p.pathway.messages).outsideTitle.en = 'After your surgery';
    },
  ],
  [
    'reveals',
    'community.yaml',
    (p) => {
      pick(p.community.names)['zh-CN'] = '骨科康复群';
    },
  ],
  [
    'sign-off',
    'pack.yaml',
    (p) => {
      p.pack.signOff.status = 'signed';
    },
  ],
  [
    'never-chosen',
    'pack.yaml',
    (p) => {
      p.pack.triggers.procedures = [];
      p.pack.triggers.words = [];
    },
  ],
];

describe('checkPack', () => {
  it('finds nothing in the knee-replacement pack', () => {
    expect(checkPack(clean)).toEqual([]);
  });

  it.each(planted)('finds a planted %s in %s', (code, file, spoil) => {
    const pack = structuredClone(clean);
    spoil(pack);
    const found = checkPack(pack).filter((problem) => problem.code === code && problem.file === file);
    expect(found).not.toEqual([]);
    for (const { message } of found) {
      expect(message['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(message.en).not.toBe('');
    }
  });
});
