import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  ageInYears,
  atLocal,
  atLocalBoth,
  civilDate,
  daysBetween,
  hoursBetween,
  localMillis,
  nextTransition,
  weekday,
} from './index.ts';

const SH = 'Asia/Shanghai';
const NY = 'America/New_York';
const instants = fc.date({
  min: new Date('2020-01-01T00:00Z'),
  max: new Date('2035-01-01T00:00Z'),
  noInvalidDate: true,
});
const zones = fc.constantFrom(SH, NY, 'Europe/London', 'Australia/Lord_Howe', 'UTC');
const times = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);

describe('civil time', () => {
  test('refuses what is not a date, a time, a zone or an instant', () => {
    expect(() => addDays('20261122', 1)).toThrow(RangeError);
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('2026-11-22T08:00', 1)).toThrow(RangeError);
    expect(() => atLocal('2026-11-22', '24:00', SH)).toThrow(RangeError);
    expect(() => atLocal('2026-11-22', '8:00', SH)).toThrow(RangeError);
    expect(() => civilDate(new Date(Number.NaN), SH)).toThrow();
    expect(() => civilDate(new Date(0), 'Asia/Nowhere')).toThrow(RangeError);
    expect(() => ageInYears('2026-11-23', '2026-11-22')).toThrow(RangeError);
  });

  test('16:00 UTC is already tomorrow in Shanghai', () => {
    expect(civilDate(new Date('2026-11-22T15:59:59.999Z'), SH)).toBe('2026-11-22');
    expect(civilDate(new Date('2026-11-22T16:00:00Z'), SH)).toBe('2026-11-23');
    expect(atLocal('2026-11-23', '00:00', SH).toISOString()).toBe('2026-11-22T16:00:00.000Z');
  });

  test('a skipped time moves on by the gap, a repeated one is the first', () => {
    expect(atLocal('2026-03-08', '02:30', NY).toISOString()).toBe('2026-03-08T07:30:00.000Z');
    expect(atLocal('2026-11-01', '01:30', NY).toISOString()).toBe('2026-11-01T05:30:00.000Z');
    expect(atLocalBoth('2026-11-01', '01:30', NY).map((d) => d.toISOString())).toEqual([
      '2026-11-01T05:30:00.000Z',
      '2026-11-01T06:30:00.000Z',
    ]);
    expect(atLocalBoth('2026-11-02', '01:30', NY)).toHaveLength(1);
    expect(nextTransition(new Date('2026-10-01T00:00Z'), NY)?.toISOString()).toBe('2026-11-01T06:00:00.000Z');
    expect(nextTransition(new Date('2026-10-01T00:00Z'), SH)).toBeNull();
  });

  test('months end where the month ends', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-05-15', -6)).toBe('2025-11-15');
  });

  test('age turns on the birthday; a 29 February birth on 1 March', () => {
    expect(ageInYears('1958-11-23', '2026-11-22')).toBe(67);
    expect(ageInYears('1958-11-23', '2026-11-23')).toBe(68);
    expect(ageInYears('2004-02-29', '2026-02-28')).toBe(21);
    expect(ageInYears('2004-02-29', '2026-03-01')).toBe(22);
    expect(ageInYears('2026-11-22', '2026-11-22')).toBe(0);
  });

  test('weekdays are ISO and hours are elapsed, not shown', () => {
    expect(weekday('2026-11-22')).toBe(7);
    expect(weekday('2026-11-23')).toBe(1);
    expect(hoursBetween(atLocal('2026-03-08', '00:00', NY), atLocal('2026-03-09', '00:00', NY))).toBe(23);
    expect(hoursBetween(new Date('2026-01-01T01:00Z'), new Date('2026-01-01T00:30Z'))).toBe(-0.5);
  });

  test('property: days added are days counted, and the date of a time on a date is that date', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -5000, max: 5000 }), times, zones, (instant, n, time, zone) => {
        const date = civilDate(instant, zone);
        expect(daysBetween(date, addDays(date, n))).toBe(n);
        expect(civilDate(atLocal(date, time, zone), zone)).toBe(date);
      }),
    );
  });

  test('property: later instants never have an earlier date; the clock is within its day', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 1e9 }), zones, (instant, ms, zone) => {
        const later = new Date(instant.getTime() + ms);
        expect(daysBetween(civilDate(instant, zone), civilDate(later, zone))).toBeGreaterThanOrEqual(0);
        expect(localMillis(instant, zone)).toBeGreaterThanOrEqual(0);
        expect(localMillis(instant, zone)).toBeLessThan(86_400_000);
      }),
    );
  });
});
