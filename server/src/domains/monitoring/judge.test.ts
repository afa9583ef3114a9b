import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPackFolder } from '../content/index.ts';
import { boundsOf, type InForce, isRecent, type Judged, judge, reachHours, rulesFor } from './judge.ts';

const ZONE = 'Asia/Shanghai';
const pack = await readPackFolder(path.resolve(import.meta.dirname, '../../../../content/knee-replacement'));
const measure = (() => {
  if (!pack.ok) throw new Error('the knee pack does not read');
  return pack.sections.measure;
})();
const inForce: InForce = {
  slug: 'knee-replacement',
  ...measure,
  dischargeOn: '2031-03-03',
  surgeryOn: '2031-02-26',
};
const TEMPERATURE = '8310-5';
const PAIN = '72514-3';

/** `'03-04 08:00 38.0'`, hospital time. */
function reading(text: string): Judged {
  const [day, time, value] = text.split(' ');
  return { id: text, at: new Date(`2031-${day}T${time}:00+08:00`), value: Number(value) };
}
function fires(code: string, last: string, before: string[] = [], force: InForce = inForce) {
  const hit = judge([force], code, reading(last), before.map(reading), ZONE);
  return hit ? { rule: hit.rule.id, severity: hit.rule.severity, on: hit.evidence } : null;
}

describe('temperature', () => {
  test.each([
    ['37.9 is well', '03-04 08:00 37.9', [], null],
    ['38.0 is amber', '03-04 08:00 38.0', [], 'fever-amber'],
    ['38.4 is amber', '03-04 08:00 38.4', [], 'fever-amber'],
    ['38.5 is red', '03-04 08:00 38.5', [], 'fever-red'],
    ['38.0 twice in 24 h is red', '03-05 08:00 38.0', ['03-04 08:00 38.0'], 'fever-repeated'],
    ['38.0 twice in 24 h and a minute is amber', '03-05 08:01 38.0', ['03-04 08:00 38.0'], 'fever-amber'],
    ['38.0 after a well day is amber', '03-05 08:00 38.0', ['03-04 20:00 36.8'], 'fever-amber'],
    ['37.5 after 38.6 raises nothing new', '03-04 20:00 37.5', ['03-04 08:00 38.6'], null],
    ['a first 38.0 told after the second is red', '03-04 08:00 38.0', ['03-04 20:00 38.1'], 'fever-repeated'],
    [
      'two far apart with this one between them are red',
      '03-04 18:00 38.2',
      ['03-03 20:00 38.0', '03-05 16:00 38.0'],
      'fever-repeated',
    ],
  ])('%s', (_, last, before, rule) => {
    expect(fires(TEMPERATURE, last, before)?.rule ?? null).toBe(rule);
  });

  test('the evidence is every reading the rule stands on, oldest first', () => {
    expect(fires(TEMPERATURE, '03-05 08:00 38.3', ['03-04 10:00 38.1', '03-04 20:00 37.2'])?.on).toEqual([
      '03-04 10:00 38.1',
      '03-05 08:00 38.3',
    ]);
  });

  test('among two red rules the one that wants the quicker answer counts, else the order of the pack', () => {
    expect(fires(TEMPERATURE, '03-05 08:00 38.6', ['03-04 20:00 38.6'])?.rule).toBe('fever-red');
    const hurried: InForce = {
      ...inForce,
      rules: inForce.rules.map((rule) => (rule.id === 'fever-repeated' ? { ...rule, ackMinutes: 10 } : rule)),
    };
    expect(fires(TEMPERATURE, '03-05 08:00 38.6', ['03-04 20:00 38.6'], hurried)?.rule).toBe('fever-repeated');
  });
});

describe('pain', () => {
  test.each([
    ['6 is borne', '03-04 20:00 6', [], null],
    ['7 is red', '03-04 20:00 7', [], 'pain-red'],
    ['rising two days to 4 is amber', '03-06 20:00 4', ['03-04 20:00 2', '03-05 20:00 3'], 'pain-rising'],
    ['rising two days to 3 is not', '03-06 20:00 3', ['03-04 20:00 1', '03-05 20:00 2'], null],
    ['one day up is not', '03-05 20:00 5', ['03-04 20:00 3'], null],
    ['level on the second day is not', '03-06 20:00 5', ['03-04 20:00 3', '03-05 20:00 5'], null],
    ['a day without a figure breaks it', '03-07 20:00 5', ['03-04 20:00 2', '03-05 20:00 3'], null],
    [
      'the highest of each day counts',
      '03-06 20:00 5',
      ['03-04 08:00 1', '03-04 20:00 3', '03-05 08:00 4', '03-05 20:00 2'],
      'pain-rising',
    ],
    [
      "a lower figure later in the day does not hide the day's highest",
      '03-06 21:00 3',
      ['03-06 08:00 5', '03-05 20:00 4', '03-04 20:00 3'],
      'pain-rising',
    ],
    ["the day is the hospital's, not UTC's", '03-06 07:30 4', ['03-04 23:30 2', '03-05 00:30 3'], 'pain-rising'],
  ])('%s', (_, last, before, rule) => {
    expect(fires(PAIN, last, before)?.rule ?? null).toBe(rule);
  });
});

describe('days', () => {
  test('a rule ends after its last day, counted from the operation', () => {
    const on = (surgeryOn: string | null, dischargeOn = '2031-03-03') =>
      fires(TEMPERATURE, '03-04 08:00 38.6', [], { ...inForce, surgeryOn, dischargeOn })?.rule ?? null;
    expect(on('2030-12-04')).toBe('fever-red');
    expect(on('2030-12-03')).toBeNull();
    expect(on('2031-03-05')).toBeNull();
    expect(on(null)).toBe('fever-red');
    expect(on(null, '2030-12-03')).toBeNull();
  });
  test('a rule that starts later says nothing before', () => {
    const later: InForce = { ...inForce, rules: inForce.rules.map((rule) => ({ ...rule, fromDay: 7 })) };
    expect(fires(TEMPERATURE, '03-04 08:00 38.6', [], later)).toBeNull();
    expect(fires(TEMPERATURE, '03-05 08:00 38.6', [], later)?.rule).toBe('fever-red');
  });
});

test('figures of another measure are not judged', () => {
  expect(fires('8867-4', '03-04 08:00 140')).toBeNull();
  expect(judge([], TEMPERATURE, reading('03-04 08:00 40.0'), [], ZONE)).toBeNull();
});
test('only what rules can see is read', () => {
  expect(reachHours(rulesFor(inForce, TEMPERATURE, '2031-03-04'))).toEqual({ before: 24, after: 24 });
  expect(reachHours(rulesFor(inForce, PAIN, '2031-03-04'))).toEqual({ before: 72, after: 24 });
  expect(reachHours([])).toEqual({ before: 0, after: 0 });
});
test('the band of a chart ends one step below the first alert', () => {
  expect(boundsOf(rulesFor(inForce, TEMPERATURE, '2031-03-04'), 1)).toEqual({ low: null, high: 37.9 });
  expect(boundsOf(rulesFor(inForce, PAIN, '2031-03-04'), 0)).toEqual({ low: null, high: 6 });
  const [rule] = inForce.rules;
  if (!rule) throw new Error('no rule');
  expect(boundsOf([{ ...rule, op: '<', value: 90, kind: 'threshold' }], 0)).toEqual({ low: 90, high: null });
  expect(boundsOf([{ ...rule, op: '<=', value: 90, kind: 'threshold' }], 0)).toEqual({ low: 91, high: null });
});
test('what is told more than three days later is history', () => {
  const now = new Date('2031-03-06T08:00:00Z');
  expect(isRecent(new Date('2031-03-03T08:00:00Z'), now)).toBe(true);
  expect(isRecent(new Date('2031-03-03T07:59:00Z'), now)).toBe(false);
});
