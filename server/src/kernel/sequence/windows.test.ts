import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ContactWindows, inWindow, isContactAllowed, localDay, nextAllowed, sameLocalDay } from './index.ts';

const SH = 'Asia/Shanghai';
const NY = 'America/New_York';
const night = { quiet: { start: '21:00', end: '08:00' } };
const next = (iso: string, windows: ContactWindows, zone = SH) =>
  nextAllowed(new Date(iso), windows, zone)?.toISOString();

describe('quiet and preferred hours', () => {
  test('malformed bounds are refused, windows without any time give null', () => {
    expect(() => next('2026-11-22T04:00:00Z', { quiet: { start: '21', end: '08:00' } })).toThrow(RangeError);
    expect(() => next('2026-11-22T04:00:00Z', { quiet: { start: '21:00', end: '24:30' } })).toThrow(RangeError);
    const never = { ...night, preferred: [{ start: '22:00', end: '23:00' }] };
    expect(nextAllowed(new Date('2026-11-22T04:00:00Z'), never, SH)).toBeNull();
    expect(nextAllowed(new Date('2026-11-22T04:00:00Z'), { quiet: { start: '00:00', end: '24:00' } }, SH)).toBeNull();
  });

  test('the start is quiet, the end is not', () => {
    expect(next('2026-11-22T12:59:59.999Z', night)).toBe('2026-11-22T12:59:59.999Z');
    expect(next('2026-11-22T13:00:00Z', night)).toBe('2026-11-23T00:00:00.000Z');
    expect(next('2026-11-22T23:59:59Z', night)).toBe('2026-11-23T00:00:00.000Z');
    expect(next('2026-11-23T00:00:00Z', night)).toBe('2026-11-23T00:00:00.000Z');
    expect(inWindow(new Date('2026-11-22T18:00:00Z'), { start: '21:00', end: '21:00' }, SH)).toBe(false);
  });

  test('preferred hours narrow what quiet hours leave', () => {
    const windows = {
      ...night,
      preferred: [
        { start: '19:00', end: '22:00' },
        { start: '06:00', end: '09:00' },
      ],
    };
    expect(next('2026-11-22T04:00:00Z', windows)).toBe('2026-11-22T11:00:00.000Z');
    expect(next('2026-11-22T13:30:00Z', windows)).toBe('2026-11-23T00:00:00.000Z');
    expect(next('2026-11-22T04:00:00Z', { preferred: [] })).toBe('2026-11-22T04:00:00.000Z');
    expect(next('2026-11-22T04:00:00Z', { preferred: [{ start: '23:00', end: '24:00' }] })).toBe(
      '2026-11-22T15:00:00.000Z',
    );
  });

  test('where the clocks are turned', () => {
    const untilHalfPastTwo = { quiet: { start: '21:00', end: '02:30' } };
    expect(next('2026-03-08T05:00:00Z', untilHalfPastTwo, NY)).toBe('2026-03-08T07:00:00.000Z');
    const untilHalfPastOne = { quiet: { start: '21:00', end: '01:30' } };
    expect(next('2026-11-01T05:00:00Z', untilHalfPastOne, NY)).toBe('2026-11-01T05:30:00.000Z');
    expect(next('2026-11-01T06:10:00Z', untilHalfPastOne, NY)).toBe('2026-11-01T06:30:00.000Z');
    // 01:00 comes twice: the second one reopens a window whose own start is long past.
    const aroundOne = { preferred: [{ start: '00:45', end: '01:15' }] };
    expect(next('2026-11-01T05:20:00Z', aroundOne, NY)).toBe('2026-11-01T06:00:00.000Z');
  });

  test('property: never back, allowed, earliest to the minute, idempotent, monotone', () => {
    const clock = fc.constantFrom(
      '00:00',
      '00:45',
      '01:30',
      '02:30',
      '03:00',
      '08:00',
      '12:00',
      '19:30',
      '21:00',
      '23:45',
    );
    const window = fc.record({ start: clock, end: fc.oneof(clock, fc.constant('24:00')) });
    const windows = fc.record({ quiet: fc.option(window), preferred: fc.array(window, { maxLength: 2 }) });
    // Minutes around two turns of the New York clock of 2026, where mistakes would be.
    const turn = fc.constantFrom('2026-03-07T00:00:00Z', '2026-10-31T00:00:00Z');
    const minutes = fc.integer({ min: 0, max: 2 * 1440 });
    fc.assert(
      fc.property(windows, turn, minutes, minutes, fc.constantFrom(SH, NY), (rule, base, a, b, zone) => {
        const minute = (n: number) => new Date(Date.parse(base) + n * 60_000);
        const from = minute(Math.min(a, b));
        const found = nextAllowed(from, rule, zone);
        let n = 0;
        while (n < 3 * 1440 && !isContactAllowed(new Date(from.getTime() + n * 60_000), rule, zone)) n += 1;
        expect(found?.getTime() ?? null).toBe(n === 3 * 1440 ? null : from.getTime() + n * 60_000);
        if (!found) return;
        expect(nextAllowed(found, rule, zone)).toEqual(found);
        const later = nextAllowed(minute(Math.max(a, b)), rule, zone);
        expect(later?.getTime()).toBeGreaterThanOrEqual(found.getTime());
      }),
      { numRuns: 60 },
    );
  });
});

describe('the day of a message budget', () => {
  test('is the civil day of the hospital', () => {
    const late = new Date('2026-11-22T15:59:00Z');
    expect(sameLocalDay(late, new Date('2026-11-21T16:00:00Z'), SH)).toBe(true);
    expect(sameLocalDay(late, new Date('2026-11-22T16:00:00Z'), SH)).toBe(false);
    expect(sameLocalDay(late, new Date('2026-11-22T16:00:00Z'), 'UTC')).toBe(true);
  });

  test('has 23 hours when the clocks go forward', () => {
    const { on, from, until } = localDay(new Date('2026-03-08T12:00:00Z'), NY);
    expect([on, until.getTime() - from.getTime()]).toEqual(['2026-03-08', 23 * 3_600_000]);
  });
});
