import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { AnswerValue } from '../../../../contract/calls.ts';
import { type PackSections, readPackFolder } from '../content/index.ts';
import { adviceFor, compose, type Medicine, variantOf } from './compose.ts';
import { greet } from './fill.ts';
import { askedQuestions, judgeAnswer, openRequirements } from './judge.ts';
import { CHANNELS_QUESTION, MEDICINES_QUESTION, type Script } from './script.ts';

let knee: PackSections;
beforeAll(async () => {
  const read = await readPackFolder(path.resolve(import.meta.dirname, '../../../../content/knee-replacement'));
  if (!read.ok) throw new Error('the knee pack has problems');
  knee = read.sections;
});

const plain = { route: null, frequency: 'qd' };
const MEDICINES: readonly Medicine[] = [
  { code: 'B01AF01', text: '某进口药 10mg', dose: '10mg', ...plain },
  { code: null, text: '塞来昔布胶囊', dose: '0.2g', ...plain },
  { code: null, text: '维生素 D 滴剂', dose: null, ...plain },
];
const say = (text: string) => ({ 'zh-CN': text, en: text });
const script = (variant: 'home' | 'transferred' | 'against-advice', medicines = MEDICINES): Script =>
  compose({
    packTitle: knee.pack.title,
    call: knee.call,
    variant,
    advice: knee.pathway.medicines,
    signs: knee['warning-signs'].map(({ id, sign, whatToDo }) => ({ id, sign, whatToDo })),
    measures: knee.measure.programme,
    medicines,
    wardPhone: '021-55550101',
    onCallPhone: null,
    words: { medicines: say('medicines'), channels: say('channels') },
  });
const ids = (of: Script) => of.questions.map((question) => question.id);

it('asks the questions of the way home in their order, opened ones behind their opener', () => {
  expect(ids(script('home'))).toEqual([
    'home-safe',
    'home-trouble',
    'fall-hurt',
    'wound',
    'temperature',
    'pain-score',
    'leg-and-breath',
    MEDICINES_QUESTION,
    'medicines-in-hand',
    'medicine-unclear',
    'bleeding',
    'appointment',
    'appointment-help',
    'help-at-home',
    'home-needs',
    'teach-swelling',
    'teach-walking',
    CHANNELS_QUESTION,
    'emergency-told',
    'teach-call',
    'anything-else',
    'thanks',
  ]);
});
it('has two or three core questions at home, the opened one apart', () => {
  const core = script('home').questions.filter((one) => one.block === 'questions' && one.openedBy === null);
  expect(core.map((one) => one.id)).toEqual(['wound', 'pain-score', 'leg-and-breath']);
});
it('does not go through the boxes with somebody another hospital gives them to', () => {
  expect(ids(script('transferred'))).not.toContain(MEDICINES_QUESTION);
  expect(ids(script('against-advice'))).toContain(MEDICINES_QUESTION);
  expect(ids(script('home', []))).not.toContain(MEDICINES_QUESTION);
});
it('tells the emergency numbers in every script', () => {
  for (const variant of ['home', 'transferred', 'against-advice'] as const) {
    const channels = script(variant).questions.find((one) => one.kind === 'channels');
    expect(channels).toMatchObject({ required: true, block: 'emergency-channel' });
    expect(channels?.kind === 'channels' && channels.channels).toEqual([
      { key: 'ward', phone: '021-55550101' },
      { key: 'on-call', phone: null },
      { key: '120', phone: '120' },
    ]);
  }
});
it('finds the advice of a medicine by its code, else by its name, else has none', () => {
  const [anticoagulant, painkiller, vitamin] = MEDICINES.map((medicine) => adviceFor(medicine, knee.pathway.medicines));
  expect(anticoagulant?.atc.some((prefix) => 'B01AF01'.startsWith(prefix))).toBe(true);
  expect(painkiller?.words.some((word) => '塞来昔布胶囊'.includes(word))).toBe(true);
  expect(vitamin).toBeNull();
});
it('takes the script for home where the pack has none of its own', () => {
  const onlyHome = { ...knee.call, variants: knee.call.variants.filter((one) => one.disposition === 'home') };
  expect(variantOf(onlyHome, 'transferred')).toBe('home');
  expect(variantOf(knee.call, 'transferred')).toBe('transferred');
});
it('pins where a figure is also a reading', () => {
  const temperature = script('home').questions.find((one) => one.id === 'temperature');
  expect(temperature).toMatchObject({ records: { loinc: '8310-5', ucum: 'Cel' } });
});
it('greets by name unless the script does it in its own words', () => {
  expect(greet(say('您好，我是护士。'), '张阿姨')['zh-CN']).toBe('张阿姨，您好，我是护士。');
  expect(greet(say('{{form_of_address}}，早。'), '张阿姨')['zh-CN']).toBe('{{form_of_address}}，早。');
});

const choose = (option: string): AnswerValue => ({ kind: 'choice', option });
const number = (value: number): AnswerValue => ({ kind: 'number', number: value });
const question = (id: string) => {
  const found = script('home').questions.find((one) => one.id === id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
};

it('judges an answer by its option', () => {
  expect(judgeAnswer(question('wound'), choose('pus'))).toEqual({ ok: true, severity: 'red', raises: 'wound-pus' });
  expect(judgeAnswer(question('wound'), choose('dry'))).toEqual({ ok: true, severity: 'none', raises: null });
  expect(judgeAnswer(question('wound'), choose('nonsense'))).toEqual({ ok: false, code: 'option' });
  expect(judgeAnswer(question('wound'), number(1))).toEqual({ ok: false, code: 'kind' });
});
it.each([
  [37.9, 'none', null],
  [38, 'amber', 'fever-mild'],
  [38.4, 'amber', 'fever-mild'],
  [38.5, 'red', 'fever-high'],
])('judges %s degrees as %s: the worst threshold counts', (degrees, severity, raises) => {
  expect(judgeAnswer(question('temperature'), number(degrees))).toEqual({ ok: true, severity, raises });
});
it('refuses figures the question does not have', () => {
  expect(judgeAnswer(question('temperature'), number(50))).toEqual({ ok: false, code: 'range' });
  expect(judgeAnswer(question('temperature'), number(36.66))).toEqual({ ok: false, code: 'decimals' });
  expect(judgeAnswer(question('pain-score'), number(3.5))).toEqual({ ok: false, code: 'decimals' });
});
it('refuses what was said back beyond what was expected, and medicines nobody has', () => {
  expect(judgeAnswer(question('teach-call'), { kind: 'teach-back', said: [0, 9], result: 'again' })).toMatchObject({
    code: 'expects',
  });
  const states = { 9: 'taking' } as const;
  expect(judgeAnswer(question(MEDICINES_QUESTION), { kind: 'medicines', states })).toMatchObject({ code: 'medicine' });
});

it('brings an opened question up only when it is opened, and down again', () => {
  const asked = (answers: [string, AnswerValue][]) =>
    askedQuestions(script('home'), new Map(answers)).map(({ id }) => id);
  expect(asked([])).not.toContain('fall-hurt');
  expect(asked([['home-safe', choose('fell')]])).toContain('fall-hurt');
  expect(asked([['home-safe', choose('fine')]])).not.toContain('fall-hurt');
});
it('names what a finished call lacks, and asks for every emergency number', () => {
  const answered: [string, AnswerValue][] = [
    ['home-safe', choose('fell')],
    ['wound', choose('dry')],
    ['pain-score', number(3)],
    ['leg-and-breath', choose('neither')],
    ['medicines-in-hand', choose('yes')],
    ['bleeding', choose('none')],
    ['appointment', choose('knows')],
    ['help-at-home', choose('yes')],
    ['teach-swelling', { kind: 'teach-back', said: [0, 1], result: 'confirmed' }],
    ['teach-walking', { kind: 'teach-back', said: [], result: 'again' }],
    ['emergency-told', choose('told')],
    ['teach-call', { kind: 'teach-back', said: [0], result: 'confirmed' }],
  ];
  const told = (keys: ('ward' | 'on-call' | '120')[]): [string, AnswerValue] => [
    CHANNELS_QUESTION,
    { kind: 'channels', told: keys },
  ];
  const lacking = (more: [string, AnswerValue][]) => openRequirements(script('home'), new Map([...answered, ...more]));
  expect(lacking([])).toEqual(['fall-hurt', CHANNELS_QUESTION]);
  expect(lacking([['fall-hurt', choose('same')], told(['ward', '120'])])).toEqual([CHANNELS_QUESTION]);
  expect(lacking([['fall-hurt', choose('same')], told(['ward', 'on-call', '120'])])).toEqual([]);
});
