import { describe, expect, test } from 'vitest';
import { formatLocal, fromDtm } from './index.ts';

const SH = 'Asia/Shanghai';

describe('fromDtm', () => {
  test('refuses times that do not exist', () => {
    expect(() => fromDtm({ year: 2026, month: 13, offsetMinutes: null }, SH)).toThrow(RangeError);
    expect(() => fromDtm({ year: 2026, month: 2, day: 30, offsetMinutes: null }, SH)).toThrow(RangeError);
    expect(() => fromDtm({ year: 2026, month: 2, day: 3, hour: 24, offsetMinutes: null }, SH)).toThrow(RangeError);
    expect(() => fromDtm({ year: 2026, day: 3, offsetMinutes: null }, SH)).toThrow(RangeError);
    expect(() => fromDtm({ year: 2026, offsetMinutes: 15 * 60 }, SH)).toThrow(RangeError);
    expect(() => fromDtm({ year: 2026, offsetMinutes: Number.NaN }, SH)).toThrow(RangeError);
  });

  test('without an offset the zone of the hospital decides, with one the wire does', () => {
    const parts = { year: 2026, month: 11, day: 22, hour: 10, minute: 30, second: 15 };
    expect(fromDtm({ ...parts, offsetMinutes: null }, SH).toISOString()).toBe('2026-11-22T02:30:15.000Z');
    expect(fromDtm({ ...parts, offsetMinutes: 0 }, SH).toISOString()).toBe('2026-11-22T10:30:15.000Z');
    expect(fromDtm({ ...parts, offsetMinutes: -330 }, SH).toISOString()).toBe('2026-11-22T16:00:15.000Z');
  });

  test('a coarse time is the start of what it names; fractions of a second stay', () => {
    expect(fromDtm({ year: 2026, offsetMinutes: null }, SH).toISOString()).toBe('2025-12-31T16:00:00.000Z');
    expect(fromDtm({ year: 2026, month: 11, day: 22, offsetMinutes: null }, SH).toISOString()).toBe(
      '2026-11-21T16:00:00.000Z',
    );
    const fine = { year: 2026, month: 1, day: 1, hour: 0, minute: 0, second: 59.999, offsetMinutes: 0 };
    expect(fromDtm(fine, SH).toISOString()).toBe('2026-01-01T00:00:59.999Z');
  });
});

describe('formatLocal', () => {
  const instant = new Date('2026-11-22T00:05:00Z');
  test.each([
    ['date', '2026年11月22日', '22 Nov 2026'],
    ['day', '11月22日 周日', 'Sun 22 Nov'],
    ['time', '08:05', '08:05'],
    ['date-time', '2026年11月22日 08:05', '22 Nov 2026, 08:05'],
    ['day-time', '11月22日 周日 08:05', 'Sun 22 Nov, 08:05'],
  ] as const)('%s', (style, zh, en) => {
    expect(formatLocal(instant, SH, 'zh-CN', style)).toBe(zh);
    expect(formatLocal(instant, SH, 'en', style)).toBe(en);
  });
});
