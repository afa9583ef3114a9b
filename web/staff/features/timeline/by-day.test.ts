import { expect, it } from 'vitest';
import { byDay } from './by-day.ts';

it('cuts where the date of the hospital changes, not that of UTC', () => {
  const lines = ['2031-03-04T16:30:00Z', '2031-03-04T16:00:00Z', '2031-03-04T15:59:00Z', '2031-03-03T01:00:00Z'].map(
    (at) => ({ at }),
  );
  const days = byDay(lines, 'Asia/Shanghai');
  expect(days.map((day) => [day.on, day.lines.length])).toEqual([
    ['2031-03-05', 2],
    ['2031-03-04', 1],
    ['2031-03-03', 1],
  ]);
  expect(byDay([], 'Asia/Shanghai')).toEqual([]);
});
