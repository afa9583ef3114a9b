import { expect, it } from 'vitest';
import { sparkShape } from './sparkline.ts';

it('lays points out by time, whatever their order', () => {
  const { line } = sparkShape(
    [
      { at: 200, value: 38 },
      { at: 0, value: 36 },
      { at: 100, value: 37 },
    ],
    110,
    50,
  );
  expect(line).toBe('M5 45L55 25L105 5');
});
it('marks what lies outside the target and keeps the band in the picture', () => {
  const { dots, band } = sparkShape(
    [
      { at: 0, value: 36.5 },
      { at: 1, value: 38.1 },
    ],
    100,
    50,
    { low: 36, high: 37.3 },
  );
  expect(dots.map((dot) => dot.outside)).toEqual([false, true]);
  expect(band).not.toBeNull();
  expect(band?.y).toBeGreaterThan(0);
  expect((band?.y ?? 0) + (band?.height ?? 0)).toBeLessThanOrEqual(50);
});
it('puts a single value in the middle', () => {
  expect(sparkShape([{ at: 9, value: 5 }], 100, 50).dots).toEqual([{ x: 50, y: 25, outside: false }]);
});
