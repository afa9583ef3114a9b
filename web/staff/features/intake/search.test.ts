import { expect, test } from 'vitest';
import { readSearch } from './search.ts';

test('an address that says nothing, or nonsense, shows what waits for a person', () => {
  expect(readSearch({})).toEqual({ state: 'quarantined' });
  expect(readSearch({ state: 'nonsense', q: {}, after: null })).toEqual({ state: 'quarantined' });
});

test('a control id that looks like a number is kept', () => {
  expect(readSearch({ state: 'all', q: 102, problem: 'charset', after: 'x' })).toEqual({
    state: 'all',
    q: '102',
    problem: 'charset',
    after: 'x',
  });
});
