import { expect, it } from 'vitest';
import { safeTarget } from './target.ts';

it.each([
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'javascript:alert(1)',
  '/login?to=/',
  '',
  7,
  undefined,
])('goes home instead of %s', (value) => {
  expect(safeTarget(value)).toBe('/');
});
it('keeps a page with its filters', () => {
  expect(safeTarget('/patients/1?tab=plan')).toBe('/patients/1?tab=plan');
});
