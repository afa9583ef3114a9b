import { expect, test } from 'vitest';
import { changedLines, fieldOf, lineOf, withField } from './line-of.ts';

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

test('sets one field and leaves everything else as it is', () => {
  const message = 'MSH|^~\\&|A|B\nPV1|1|I\nDG1|1';
  const visit = { segment: 'PV1', occurrence: 1, field: 5 };
  expect(fieldOf(message, visit)).toBe('');
  expect(withField(message, visit, 'V7')).toBe('MSH|^~\\&|A|B\nPV1|1|I|||V7\nDG1|1');
  expect(fieldOf(withField(message, visit, 'V7'), visit)).toBe('V7');
  expect(fieldOf(message, { segment: 'MSH', occurrence: 1, field: 3 })).toBe('A');
  expect(withField(message, { segment: 'MSH', occurrence: 1, field: 4 }, 'C')).toContain('|A|C\n');
  expect(withField(message, { segment: 'PR1', occurrence: 1, field: 4 }, 'C')).toBe(message);
});
