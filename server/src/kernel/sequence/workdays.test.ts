import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, weekday } from '../time/index.ts';
import holidaysCn from './holidays-cn.json' with { type: 'json' };
import { isWorkday } from './index.ts';

describe('Chinese workdays', () => {
  test('refuses what is not a date', () => {
    expect(() => isWorkday('2026-13-01')).toThrow(RangeError);
  });

  test.each([
    ['2026-02-17', 'holiday', false],
    ['2026-02-14', 'make-up', true],
    ['2026-02-24', 'workday', true],
    ['2026-11-21', 'weekend', false],
    ['2026-11-23', 'workday', true],
    ['2025-10-08', 'holiday', false],
    ['2025-10-09', 'workday', true],
    ['2025-01-26', 'make-up', true],
  ])('%s is a %s', (date, kind, workday) => {
    expect(isWorkday(date)).toMatchObject({ kind, workday, known: true });
  });

  test('a holiday is named in both languages', () => {
    expect(isWorkday('2026-09-25').holiday).toEqual({ zh: '中秋节', en: 'Mid-Autumn Festival' });
  });

  test('a year without a notice goes by the weekday and says so', () => {
    expect(isWorkday('2027-01-01')).toEqual({ workday: true, kind: 'workday', known: false, holiday: null });
    expect(isWorkday('2027-01-02')).toEqual({ workday: false, kind: 'weekend', known: false, holiday: null });
  });

  // Totals as each notice states them: 1+8+3+5+3+8 and 3+9+3+5+3+3+7 days off.
  test.each([
    ['2025', 28, 5],
    ['2026', 33, 6],
  ] as const)('the file of %s has its shape', (year, daysOff, makeUps) => {
    const { holidays, makeUpWorkdays } = holidaysCn[year];
    expect(holidays.reduce((sum, h) => sum + daysBetween(h.from, h.to) + 1, 0)).toBe(daysOff);
    expect(makeUpWorkdays).toHaveLength(makeUps);
    for (const date of makeUpWorkdays) expect(weekday(date)).toBeGreaterThanOrEqual(6);
    for (const date of makeUpWorkdays) expect(holidays.some((h) => h.from <= date && date <= h.to)).toBe(false);
    for (const { from, to } of holidays) {
      expect(from.slice(0, 4) + to.slice(0, 4)).toBe(year + year);
      for (let d = from; d <= to; d = addDays(d, 1)) expect(isWorkday(d).workday).toBe(false);
    }
  });
});
