import { expect, it } from 'vitest';
import { timeLeft } from './hours-left.ts';

const hour = 3_600_000;
const now = Date.parse('2026-11-22T06:00:00Z');

it.each([
  ['a whole window', 5.9 * hour, { state: 'ahead', unit: 'hours', n: 5 }],
  ['its last hours', 4 * hour, { state: 'soon', unit: 'hours', n: 4 }],
  ['its last minutes', 0.5 * hour, { state: 'soon', unit: 'minutes', n: 30 }],
  ['the very end', 0, { state: 'soon', unit: 'minutes', n: 0 }],
  ['a moment late', -1, { state: 'over', unit: 'minutes', n: 1 }],
  ['an hour and a bit late', -1.2 * hour, { state: 'over', unit: 'hours', n: 2 }],
  ['59.5 minutes late counts as an hour', -59.5 * 60_000, { state: 'over', unit: 'hours', n: 1 }],
  ['days ahead', 96 * hour, { state: 'ahead', unit: 'days', n: 4 }],
  ['days late', -80 * hour, { state: 'over', unit: 'days', n: 4 }],
] as const)('%s', (_name, ahead, expected) => {
  expect(timeLeft(now + ahead, now)).toEqual(expected);
});

it('says when a window opens before it has begun', () => {
  expect(timeLeft(now + 26 * hour, now, now + 2 * hour)).toEqual({ state: 'before', unit: 'hours', n: 2 });
  expect(timeLeft(now + 24 * hour, now, now)).toEqual({ state: 'ahead', unit: 'hours', n: 24 });
});
