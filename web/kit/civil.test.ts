import { expect, it } from 'vitest';
import { addDays, civilDate, civilTime, instantOf, minutesUntilTomorrow, mondayOf } from './civil.ts';

const shanghai = 'Asia/Shanghai';

it('reads the hospital day, not the UTC day', () => {
  const at = Date.parse('2026-11-22T16:30:00Z');
  expect(civilDate(at, shanghai)).toBe('2026-11-23');
  expect(civilTime(at, shanghai)).toBe('00:30');
});
it('moves over month and year ends', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
});
it('finds the Monday of a week', () => {
  expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
});
it('turns a wall time into its instant', () => {
  expect(instantOf('2026-11-23', '08:00', shanghai)).toBe(Date.parse('2026-11-23T00:00:00Z'));
  expect(instantOf('2026-07-01', '08:00', 'Europe/Berlin')).toBe(Date.parse('2026-07-01T06:00:00Z'));
});
it('takes the first of a doubled hour and steps over a skipped one', () => {
  expect(instantOf('2026-10-25', '02:30', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T00:30:00Z'));
  expect(instantOf('2026-03-29', '02:30', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T01:30:00Z'));
});
it('counts the minutes until tomorrow morning', () => {
  expect(minutesUntilTomorrow('08:00', Date.parse('2026-11-22T06:20:00Z'), shanghai)).toBe(17 * 60 + 40);
  expect(minutesUntilTomorrow('08:00', Date.parse('2026-11-22T15:59:30Z'), shanghai)).toBe(481);
});
