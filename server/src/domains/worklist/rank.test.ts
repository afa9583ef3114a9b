import { expect, it } from 'vitest';
import { rankOf, riskBand } from './rank.ts';

it('bands risk where the stay explains it', () => {
  expect([null, 0, 4, 5, 9, 10, 19].map(riskBand)).toEqual([0, 0, 0, 1, 1, 2, 2]);
});
it('puts urgency before risk and risk before what has none', () => {
  const items = [
    { name: 'ordinary, no risk known', urgency: 0, risk: null },
    { name: 'late, low', urgency: 2, risk: 2 },
    { name: 'ordinary, high', urgency: 0, risk: 14 },
    { name: 'danger, none', urgency: 3, risk: null },
    { name: 'late, high', urgency: 2, risk: 11 },
    { name: 'ordinary, moderate', urgency: 0, risk: 7 },
  ] as const;
  const sorted = [...items].sort((a, b) => rankOf(a) - rankOf(b)).map(({ name }) => name);
  expect(sorted).toEqual([
    'danger, none',
    'late, high',
    'late, low',
    'ordinary, high',
    'ordinary, moderate',
    'ordinary, no risk known',
  ]);
});
it('leaves two of the same band to the clock', () => {
  expect(rankOf({ urgency: 0, risk: 9 })).toBe(rankOf({ urgency: 0, risk: 5 }));
});
