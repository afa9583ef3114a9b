import { describe, expect, it } from 'vitest';
import { idFloor, isUuid, newId } from './index.ts';

describe('ids', () => {
  it('are UUIDv7 in lower case and sort in the order they were made', () => {
    const ids = Array.from({ length: 20_000 }, () => newId() as string);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('begin a partition at the floor of an instant', () => {
    const at = new Date();
    expect(idFloor(at) <= newId()).toBe(true);
    expect(idFloor(new Date(at.getTime() + 60_000)) > newId()).toBe(true);
    expect(isUuid(idFloor(at))).toBe(true);
  });

  it.each([
    '',
    'x',
    '0190A0B0-0000-7000-8000-000000000000',
    "'; drop table x; --",
    '0190a0b0-0000-7000-8000-00000000000',
  ])('do not take %j for a uuid', (text) => expect(isUuid(text)).toBe(false));
});
