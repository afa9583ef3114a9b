import { expect, test } from 'vitest';
import { changedLines, lineOf } from './line-of.ts';

const TEXT = 'MSH|a\nDG1|1\nDG1|2|x';

test('finds the line of a segment by its occurrence', () => {
  expect(lineOf(TEXT, 'DG1', 2)).toEqual({ start: 12, end: 19 });
  expect(TEXT.slice(12, 19)).toBe('DG1|2|x');
  expect(lineOf(TEXT, 'DG1', 3)).toBeNull();
  expect(lineOf('', 'MSH', 1)).toBeNull();
});

test('names the lines that differ, also those one text has more', () => {
  expect(changedLines(TEXT, TEXT)).toEqual([]);
  expect(changedLines(TEXT, 'MSH|a\nDG1|9\nDG1|2|x\nPR1|')).toEqual([
    { number: 2, before: 'DG1|1', after: 'DG1|9' },
    { number: 4, before: null, after: 'PR1|' },
  ]);
});
