import { expect, it } from 'vitest';
import { addressOf } from './path.ts';

it('refuses to call a path with a hole in it', () => {
  expect(() => addressOf('/api/wards/:wardId/roster', {})).toThrow('wardId');
  expect(() => addressOf('/api/wards/:wardId/roster', { wardId: '' })).toThrow('wardId');
});
it('encodes what it puts in', () => {
  expect(addressOf('/api/a/:id/b/:other', { id: 'x/y?', other: 7 })).toBe('/api/a/x%2Fy%3F/b/7');
});
it('leaves empty query values out, keeps false and zero, repeats lists', () => {
  expect(addressOf('/api/x', {}, { a: undefined, b: null, c: '', d: 0, e: false, f: ['p', 'q'], g: '张 三' })).toBe(
    '/api/x?d=0&e=false&f=p&f=q&g=%E5%BC%A0+%E4%B8%89',
  );
});
