import { expect, it } from 'vitest';
import { atLocal } from '../../kernel/time/index.ts';
import { callWindows, nextTryAt, type Tried, whoNext } from './tries.ts';

const SH = 'Asia/Shanghai';
const at = (time: string, on = '2031-03-04') => atLocal(on, time, SH);
const miss = (who: Tried['who'], outcome: Tried['outcome'] = 'no-answer'): Tried => ({ who, outcome });
const ALL = ['patient', 'relative', 'alternate-1', 'alternate-2'] as const;

it('tries patient and relative four times together, then each alternate once', () => {
  const tried: Tried[] = [];
  const seen: unknown[] = [];
  for (const who of ['patient', 'patient', 'relative', 'patient', 'alternate-1', 'alternate-2'] as const) {
    const next = whoNext(tried, ALL);
    seen.push([next.who, next.left]);
    tried.push(miss(who));
  }
  expect(seen).toEqual([
    [['patient', 'relative'], 6],
    [['patient', 'relative'], 5],
    [['patient', 'relative'], 4],
    [['patient', 'relative'], 3],
    [['alternate-1'], 2],
    [['alternate-2'], 1],
  ]);
  expect(whoNext(tried, ALL)).toEqual({ who: [], left: 0, exhausted: true });
});
it('has four tries where there is nobody else', () => {
  const tried = Array.from({ length: 4 }, () => miss('patient'));
  expect(whoNext(tried.slice(1), ['patient']).left).toBe(1);
  expect(whoNext(tried, ['patient']).exhausted).toBe(true);
});
it('does not dial a wrong number again', () => {
  expect(whoNext([miss('patient', 'wrong-number')], ALL).who).toEqual(['relative']);
  expect(whoNext([miss('patient', 'wrong-number')], ['patient']).exhausted).toBe(true);
  expect(whoNext([miss('patient', 'wrong-number')], ['patient', 'alternate-1']).who).toEqual(['alternate-1']);
});
it('does not count contact as failure', () => {
  expect(
    whoNext([miss('patient', 'rescheduled'), miss('patient', 'declined'), miss('patient', 'reached')], ALL).left,
  ).toBe(6);
});
it('is exhausted where nobody has a number', () => {
  expect(whoNext([], []).exhausted).toBe(true);
});

const any = callWindows(null, null);
it.each([
  ['no-answer', '10:00', '13:00'],
  ['busy', '10:00', '10:30'],
  ['voicemail', '10:00', '14:00'],
  ['wrong-number', '10:00', '10:05'],
] as const)('after %s at %s tries again at %s', (outcome, from, to) => {
  expect(nextTryAt(outcome, at(from), any, SH)).toEqual(at(to));
});
it('waits for the next day where somebody asked for another time', () => {
  expect(nextTryAt('rescheduled', at('10:00'), any, SH)).toEqual(at('10:00', '2031-03-05'));
  expect(nextTryAt('reached', at('10:00'), any, SH)).toBeNull();
});
it('keeps the quiet of the night', () => {
  expect(nextTryAt('no-answer', at('19:30'), any, SH)).toEqual(at('08:00', '2031-03-05'));
  expect(nextTryAt('busy', at('20:45'), any, SH)).toEqual(at('08:00', '2031-03-05'));
});
it('keeps the hours the person prefers', () => {
  const afternoon = callWindows('14:00', '17:00');
  expect(nextTryAt('busy', at('09:00'), afternoon, SH)).toEqual(at('14:00'));
  expect(nextTryAt('no-answer', at('15:00'), afternoon, SH)).toEqual(at('14:00', '2031-03-05'));
});
it('does not wait for ever for hours that lie in the night', () => {
  expect(nextTryAt('busy', at('10:00'), callWindows('22:00', '23:00'), SH)).toEqual(at('10:30'));
});
