import { expect, it } from 'vitest';
import { Id } from '../../../contract/common.ts';
import { newId } from './id.ts';

it('makes ids the contract takes, of version 7, in the order of time', () => {
  const ids = Array.from({ length: 50 }, newId);
  for (const id of ids) {
    expect(Id.safeParse(id).success).toBe(true);
    expect(id[14]).toBe('7');
    expect('89ab').toContain(id[19]);
  }
  expect(new Set(ids).size).toBe(50);
  const stamp = Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16);
  expect(Math.abs(stamp - Date.now())).toBeLessThan(60_000);
});
