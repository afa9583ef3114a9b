import { expect, test } from 'vitest';
import { isReady, marksOf } from './marks.ts';

const ready = { card: true, phone: true, reach: true, consentsOpen: [] };

test('ready is all four; any one missing is not', () => {
  expect(isReady(ready)).toBe(true);
  expect(isReady({ ...ready, card: false })).toBe(false);
  expect(isReady({ ...ready, phone: false })).toBe(false);
  expect(isReady({ ...ready, reach: false })).toBe(false);
  expect(isReady({ ...ready, consentsOpen: ['research'] })).toBe(false);
});
test('marks stand in the order they are done', () => {
  expect(marksOf(ready).map(({ key }) => key)).toEqual(['card', 'phone', 'reach', 'consents']);
});
