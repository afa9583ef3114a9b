import { expect, it } from 'vitest';
import { advanceShare } from './advance-share.ts';

const from = Date.parse('2026-11-22T06:00:00Z');

it('stays between nothing and all, also when the page was opened half way', () => {
  expect(advanceShare(from, '2026-11-22T09:00:00Z', '2026-11-22T12:00:00Z')).toBe(0.5);
  expect(advanceShare(from, '2026-11-22T05:00:00Z', '2026-11-22T12:00:00Z')).toBe(0);
  expect(advanceShare(from, '2026-11-22T06:00:00Z', '2026-11-22T06:00:00Z')).toBe(1);
});
