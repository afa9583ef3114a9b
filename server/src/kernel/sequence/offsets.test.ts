import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate, daysBetween } from '../time/index.ts';
import { type OffsetSchedule, resolveOffset } from './index.ts';

const SH = 'Asia/Shanghai';
const NY = 'America/New_York';
// 23:30 in Shanghai on the 22nd: still the 22nd there, still 15:30 in UTC.
const anchors = { discharge: new Date('2026-11-22T15:30:00Z') };

function lay(schedule: OffsetSchedule, zone = SH, horizonDays = 30, from: Partial<Record<string, Date>> = anchors) {
  const result = resolveOffset({ anchors: from, schedule, zone, horizonDays });
  if (!result.ok) throw new Error(`no ${result.missingAnchor}`);
  return result.occurrences.map(({ occurrence, at }) => `${occurrence} ${at.toISOString()}`);
}

describe('resolveOffset', () => {
  test('a stay without the anchor is an answer', () => {
    const schedule = { anchor: 'surgery', day: 3, time: '10:00' };
    expect(resolveOffset({ anchors, schedule, zone: SH, horizonDays: 30 })).toEqual({
      ok: false,
      missingAnchor: 'surgery',
    });
    const odd = { anchor: 'toString', hours: 1 };
    expect(resolveOffset({ anchors, schedule: odd, zone: SH, horizonDays: 30 }).ok).toBe(false);
  });

  test('refuses malformed schedules', () => {
    const range = { anchor: 'discharge', fromDay: 1, toDay: 3, everyDays: 1, times: ['08:00'] };
    expect(() => lay({ ...range, everyDays: 0 })).toThrow(RangeError);
    expect(() => lay({ ...range, everyDays: 0.5 })).toThrow(RangeError);
    expect(() => lay({ ...range, toDay: null }, SH, Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => lay({ anchor: 'discharge', day: 1.5, time: '08:00' })).toThrow(RangeError);
    expect(() => lay({ anchor: 'discharge', day: 1, time: '25:00' })).toThrow(RangeError);
    expect(() => lay({ anchor: 'discharge', hours: Number.NaN })).toThrow(RangeError);
  });

  test('days and months count on the calendar, hours elapse', () => {
    expect(lay({ anchor: 'discharge', day: 0, time: '20:00' })).toEqual(['d0 2026-11-22T12:00:00.000Z']);
    expect(lay({ anchor: 'discharge', day: 3, time: '10:00' })).toEqual(['d3 2026-11-25T02:00:00.000Z']);
    expect(lay({ anchor: 'discharge', day: -1, time: '10:00' })).toEqual(['d-1 2026-11-21T02:00:00.000Z']);
    expect(lay({ anchor: 'discharge', hours: 48 })).toEqual(['h48 2026-11-24T15:30:00.000Z']);
    expect(lay({ anchor: 'discharge', months: 3, time: '09:00' })).toEqual(['m3 2027-02-22T01:00:00.000Z']);
  });

  test('a repeating schedule stops at its end or at the horizon', () => {
    const range = { anchor: 'discharge', fromDay: 1, everyDays: 3, times: ['20:00', '08:00', '08:00'] };
    expect(lay({ ...range, toDay: 6 })).toEqual([
      'd1T08:00 2026-11-23T00:00:00.000Z',
      'd1T20:00 2026-11-23T12:00:00.000Z',
      'd4T08:00 2026-11-26T00:00:00.000Z',
      'd4T20:00 2026-11-26T12:00:00.000Z',
    ]);
    expect(lay({ ...range, toDay: 400 }, SH, 2)).toHaveLength(2);
    expect(lay({ ...range, toDay: null }, SH, 300)).toHaveLength(200);
    expect(lay({ ...range, toDay: 0 })).toEqual([]);
  });

  test('the same wall time on both sides of a turn of the clock', () => {
    const from = { discharge: new Date('2026-03-07T15:00:00Z') };
    expect(lay({ anchor: 'discharge', day: 1, time: '10:00' }, NY, 30, from)).toEqual(['d1 2026-03-08T14:00:00.000Z']);
    expect(lay({ anchor: 'discharge', hours: 24 }, NY, 30, from)).toEqual(['h24 2026-03-08T15:00:00.000Z']);
    const range = { anchor: 'discharge', fromDay: 1, toDay: 1, everyDays: 1, times: ['02:30', '03:15'] };
    expect(lay(range, NY, 30, from)).toEqual([
      'd1T03:15 2026-03-08T07:15:00.000Z',
      'd1T02:30 2026-03-08T07:30:00.000Z',
    ]);
  });

  test('property: in order, on the right date, keys unique, a larger horizon only adds', () => {
    const instant = fc.date({ min: new Date('2024-01-01Z'), max: new Date('2030-01-01Z'), noInvalidDate: true });
    const zone = fc.constantFrom(SH, NY, 'Europe/London');
    const times = fc.uniqueArray(fc.constantFrom('00:00', '01:30', '02:30', '03:00', '08:00', '20:15', '23:59'));
    const shape = fc.record({
      fromDay: fc.integer({ min: -5, max: 20 }),
      everyDays: fc.integer({ min: 1, max: 9 }),
      times,
    });
    const days = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(instant, zone, shape, days, days, (discharge, place, part, short, more) => {
        const at = (horizonDays: number) => {
          const schedule = { anchor: 'discharge', toDay: null, ...part };
          const result = resolveOffset({ anchors: { discharge }, schedule, zone: place, horizonDays });
          return result.ok ? result.occurrences : [];
        };
        const all = at(short + more);
        expect(all.slice(0, at(short).length)).toEqual(at(short));
        expect(new Set(all.map((o) => o.occurrence)).size).toBe(all.length);
        for (const [i, o] of all.entries()) {
          if (i > 0) expect(o.at.getTime()).toBeGreaterThanOrEqual((all[i - 1] as { at: Date }).at.getTime());
          const day = Number(/^d(-?\d+)T/.exec(o.occurrence)?.[1]);
          expect(daysBetween(civilDate(discharge, place), civilDate(o.at, place))).toBe(day);
        }
      }),
    );
  });
});
