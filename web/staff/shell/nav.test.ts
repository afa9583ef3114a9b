import { expect, it } from 'vitest';
import type { Feature } from '../features/index.ts';
import { entriesFor, isCurrent } from './nav.ts';

const load = () => Promise.reject(new Error('not opened here'));
const entry = (path: string, permission: string, order?: number): Feature => ({
  path,
  permission,
  load,
  ...(order === undefined ? {} : { nav: { labelKey: path, icon: 'ward', order } }),
});
const all = [entry('/b', 'x.b', 2), entry('/a', 'x.a', 1), entry('/c', 'x.c', 0), entry('/a/:id', 'x.a')];

it('shows only what a person may open, in order, without pages that have no place in it', () => {
  expect(entriesFor(['x.a', 'x.b'], all).map(({ path }) => path)).toEqual(['/a', '/b']);
  expect(entriesFor([], all)).toEqual([]);
});
it('knows which entry a page belongs to', () => {
  expect(isCurrent('/', '/ward')).toBe(false);
  expect(isCurrent('/ward', '/wards')).toBe(false);
  expect(isCurrent('/ward', '/ward/beds')).toBe(true);
  expect(isCurrent('/', '/')).toBe(true);
});
