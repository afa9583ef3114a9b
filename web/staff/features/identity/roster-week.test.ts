import { expect, it } from 'vitest';
import { type Roster, rosterRows, shiftKind, shiftTimes, weekDays } from './roster-week.ts';

const zone = 'Asia/Shanghai';
const wang = { id: 'a', staffNo: '1', name: '王' };
const float = { id: 'b', staffNo: '2', name: '李' };
const shift = (staff: typeof wang, startsAt: string) => ({
  id: startsAt,
  wardId: 'w',
  staff,
  duty: 'nurse' as const,
  startsAt,
  endsAt: startsAt,
});
const roster: Roster = {
  shifts: [
    shift(wang, '2026-11-16T08:00:00Z'),
    shift(wang, '2026-11-15T16:00:00Z'),
    shift(float, '2026-11-22T15:59:00Z'),
  ],
  onDuty: [],
  absences: [{ id: 'x', staff: wang, from: '2026-11-18', to: '2026-11-19', cover: null }],
};

it('puts a shift on the hospital day it begins, earliest first, and shows helpers from other wards', () => {
  const rows = rosterRows(roster, [{ ...wang, roles: ['nurse'] }], weekDays('2026-11-16'), zone);
  expect(rows.map((row) => row.staff.id)).toEqual(['a', 'b']);
  expect(rows[0]?.days[0]?.shifts.map(({ startsAt }) => startsAt)).toEqual([
    '2026-11-15T16:00:00Z',
    '2026-11-16T08:00:00Z',
  ]);
  expect(rows[1]?.days.map(({ shifts }) => shifts.length)).toEqual([0, 0, 0, 0, 0, 0, 1]);
});
it('marks both ends of an absence and nothing beyond', () => {
  const [row] = rosterRows(roster, [{ ...wang, roles: ['nurse'] }], weekDays('2026-11-16'), zone);
  expect(row?.days.map(({ absence }) => absence !== null)).toEqual([false, false, true, true, false, false, false]);
});
it('names a shift by its first hour in the hospital', () => {
  expect(shiftKind('2026-11-16T00:00:00Z', zone)).toBe('day');
  expect(shiftKind('2026-11-16T08:00:00Z', zone)).toBe('evening');
  expect(shiftKind('2026-11-16T16:00:00Z', zone)).toBe('night');
});
it('lets a shift run over midnight', () => {
  expect(shiftTimes('2026-11-16', '16:00', '00:00', zone)).toEqual({
    startsAt: '2026-11-16T08:00:00Z',
    endsAt: '2026-11-16T16:00:00Z',
  });
  expect(shiftTimes('2026-11-30', '20:00', '08:00', zone).endsAt).toBe('2026-12-01T00:00:00Z');
});
