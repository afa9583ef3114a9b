import { expect, it } from 'vitest';
import { askedOf, isDone, missingOf, severityOf } from './asked.ts';
import type { Question, Value } from './types.ts';

const say = { 'zh-CN': '问', en: 'ask' };
const base = { block: 'questions', say, staffNote: null, required: true, openedBy: null } as const;
const wound: Question = {
  ...base,
  id: 'wound',
  kind: 'choice',
  options: [
    { id: 'dry', label: say, severity: 'none', opens: [] },
    { id: 'pus', label: say, severity: 'red', opens: ['fever'] },
  ],
};
const fever: Question = {
  ...base,
  id: 'fever',
  openedBy: ['wound'],
  kind: 'number',
  unit: say,
  min: 34,
  max: 43,
  decimals: 1,
  thresholds: [
    { op: '>=', value: 38.5, severity: 'red', opens: [] },
    { op: '>=', value: 38, severity: 'amber', opens: [] },
  ],
};
const numbers: Question = {
  ...base,
  id: 'numbers',
  kind: 'channels',
  channels: [
    { key: 'ward', phone: '1' },
    { key: '120', phone: '120' },
  ],
};
const all = [wound, fever, numbers];
const values = (...pairs: [string, Value][]) => new Map(pairs);
const pus: [string, Value] = ['wound', { kind: 'choice', option: 'pus' }];

it('shows an opened question only while its opener opens it', () => {
  expect(askedOf(all, values()).map(({ id }) => id)).toEqual(['wound', 'numbers']);
  expect(askedOf(all, values(pus)).map(({ id }) => id)).toEqual(['wound', 'fever', 'numbers']);
  expect(askedOf(all, values(['wound', { kind: 'choice', option: 'dry' }])).map(({ id }) => id)).not.toContain('fever');
});
it('takes the worst mark', () => {
  const at = (number: number) => severityOf(fever, { kind: 'number', number });
  expect([at(37.9), at(38), at(38.5)]).toEqual(['none', 'amber', 'red']);
  expect(severityOf(wound, pus[1])).toBe('red');
  expect(severityOf(wound, undefined)).toBe('none');
});
it('wants every number told', () => {
  expect(isDone(numbers, { kind: 'channels', told: ['ward'] })).toBe(false);
  expect(isDone(numbers, { kind: 'channels', told: ['120', 'ward'] })).toBe(true);
  expect(missingOf(all, values(pus)).map(({ id }) => id)).toEqual(['fever', 'numbers']);
});
