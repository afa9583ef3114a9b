import { expect, it } from 'vitest';
import { keyName, matchStroke, type Stroke } from './keys.ts';

const press = (key: string, over: Partial<Stroke> = {}): Stroke => ({
  key,
  modified: false,
  typing: false,
  onButton: false,
  ...over,
});
const bindings = ['j', 'enter', 'g 1', 'g r', '?'];

it('says nothing while someone types, composes or holds a modifier', () => {
  expect(matchStroke('', press('j', { typing: true }), bindings).hit).toBeNull();
  expect(matchStroke('', press('j', { modified: true }), bindings).hit).toBeNull();
});
it('leaves Enter and Space to a focused button, letters not', () => {
  expect(matchStroke('', press('Enter', { onButton: true }), bindings).hit).toBeNull();
  expect(matchStroke('', press('j', { onButton: true }), bindings).hit).toBe('j');
});
it('finds plain keys in either case', () => {
  expect(matchStroke('', press('J'), bindings).hit).toBe('j');
  expect(matchStroke('', press('Enter'), bindings).hit).toBe('enter');
  expect(matchStroke('', press('x'), bindings)).toEqual({ hit: null, pending: '' });
});
it('waits for the second key, and starts again when it does not fit', () => {
  expect(matchStroke('', press('g'), bindings)).toEqual({ hit: null, pending: 'g' });
  expect(matchStroke('g', press('1'), bindings).hit).toBe('g 1');
  expect(matchStroke('g', press('j'), bindings).hit).toBe('j');
  expect(matchStroke('g', press('x'), bindings)).toEqual({ hit: null, pending: '' });
  expect(matchStroke('g', press('1', { typing: true }), bindings)).toEqual({ hit: null, pending: '' });
});
it('names keys as bindings write them', () => {
  expect(['ArrowDown', ' ', 'Escape', 'K'].map(keyName)).toEqual(['down', 'space', 'esc', 'k']);
});
