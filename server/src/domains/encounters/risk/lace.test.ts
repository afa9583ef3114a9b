import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import golden from './fixtures/lace-golden.json' with { type: 'json' };
import { band, type LaceInput, lace, lengthOfStayDays } from './index.ts';

const nothing: LaceInput = { losDays: 0, acute: false, charlson: 0, edVisits6m: 0 };
const pointsOf = (input: Partial<LaceInput>, item: string) =>
  lace({ ...nothing, ...input }).items.find((i) => i.item === item)?.points;

describe('LACE-2010', () => {
  test('unknown visits are said to be unknown, never zero', () => {
    const result = lace({ losDays: 5, acute: true, charlson: 0, edVisits6m: null });
    expect(result).toMatchObject({ score: 7, scoreAtMost: 11, lowerBound: true, missing: ['E'] });
    expect(result).toMatchObject({ band: 'moderate', bandAtMost: 'high', version: 'LACE-2010' });
    expect(result.items[3]).toEqual({ item: 'E', value: null, points: null, maxPoints: 4 });
  });

  test('numbers that cannot be are unknown, and nothing known is 0 to 19', () => {
    const odd = lace({ losDays: -1, acute: null, charlson: Number.NaN, edVisits6m: Number.POSITIVE_INFINITY });
    expect(odd.missing).toEqual(['L', 'A', 'C', 'E']);
    expect([odd.score, odd.scoreAtMost, odd.lowerBound]).toEqual([0, 19, true]);
  });

  test('an incomplete Charlson score leaves the total open, unless it has all its points already', () => {
    const open = lace({ ...nothing, charlson: 2, charlsonLowerBound: true });
    expect(open).toMatchObject({ score: 2, scoreAtMost: 5, lowerBound: true, missing: [] });
    expect(lace({ ...nothing, charlson: 4, charlsonLowerBound: true })).toMatchObject({ score: 5, lowerBound: false });
  });

  test.each(golden.examples)('published example: score $score', ({ score, band: expected, ...input }) => {
    expect(lace(input)).toMatchObject({ score, scoreAtMost: score, band: expected, lowerBound: false, missing: [] });
  });

  test('every step of every item, 14 days give 7 and not 6', () => {
    const steps: [number, number][] = [
      [0, 0],
      [0.9, 0],
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [6, 4],
      [7, 5],
      [13, 5],
      [14, 7],
      [90, 7],
    ];
    for (const [days, points] of steps) expect(pointsOf({ losDays: days }, 'L')).toBe(points);
    expect([0, 1, 2, 3, 4, 12].map((n) => pointsOf({ charlson: n }, 'C'))).toEqual([0, 1, 2, 3, 5, 5]);
    expect([0, 1, 2, 3, 4, 12].map((n) => pointsOf({ edVisits6m: n }, 'E'))).toEqual([0, 1, 2, 3, 4, 4]);
    expect([true, false].map((acute) => pointsOf({ acute }, 'A'))).toEqual([3, 0]);
    expect(lace({ losDays: 30, acute: true, charlson: 9, edVisits6m: 9 }).score).toBe(19);
  });

  test('bands', () => {
    expect([0, 4, 5, 9, 10, 19].map(band)).toEqual(['low', 'low', 'moderate', 'moderate', 'high', 'high']);
  });

  test('property: whatever the unknown turns out to be, the score lies between the two bounds', () => {
    const count = fc.integer({ min: 0, max: 40 });
    const full = fc.record({ losDays: count, acute: fc.boolean(), charlson: count, edVisits6m: count });
    const hidden = fc.subarray(['losDays', 'acute', 'charlson', 'edVisits6m'] as const);
    fc.assert(
      fc.property(full, hidden, (input, hide) => {
        const partial = lace({ ...input, ...Object.fromEntries(hide.map((key) => [key, null])) });
        const known = lace(input);
        expect(partial.score).toBeLessThanOrEqual(known.score);
        expect(partial.scoreAtMost).toBeGreaterThanOrEqual(known.score);
        expect(partial.lowerBound).toBe(hide.length > 0);
        expect(partial.missing).toHaveLength(hide.length);
      }),
    );
  });
});

describe('length of stay', () => {
  test('counts dates of the hospital, and knows when it does not know', () => {
    const zone = 'Asia/Shanghai';
    const at = (local: string) => new Date(`${local}:00+08:00`);
    expect(lengthOfStayDays(null, at('2026-11-22T10:00'), zone)).toBeNull();
    expect(lengthOfStayDays(at('2026-11-22T10:00'), at('2026-11-21T10:00'), zone)).toBeNull();
    expect(lengthOfStayDays(at('2026-11-22T07:00'), at('2026-11-22T18:00'), zone)).toBe(0);
    expect(lengthOfStayDays(at('2026-11-21T23:30'), at('2026-11-22T00:30'), zone)).toBe(1);
    expect(lengthOfStayDays(at('2026-11-08T23:00'), at('2026-11-22T06:00'), zone)).toBe(14);
  });
});
