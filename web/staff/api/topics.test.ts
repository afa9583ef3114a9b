import { expect, it } from 'vitest';
import { Wants } from './topics.ts';

it('says each wanted topic once, in one order, until its last holder lets go', () => {
  const wants = new Wants();
  wants.set('list', ['ward:2', 'clock']);
  wants.set('header', ['clock', 'me:1']);
  expect(wants.all()).toEqual(['clock', 'me:1', 'ward:2']);
  wants.set('list', []);
  expect(wants.all()).toEqual(['clock', 'me:1']);
  wants.clear();
  expect(wants.all()).toEqual([]);
});
