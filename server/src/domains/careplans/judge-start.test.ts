import { describe, expect, it } from 'vitest';
import { judgeStart } from './judge-start.ts';

const now = new Date('2031-03-03T00:00:00Z');
const stay = {
  class: 'inpatient',
  disposition: 'home',
  dischargedAt: new Date('2031-03-02T00:00:00Z'),
  alive: true,
  hasPathway: true,
  oldDays: 7,
  now,
};
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

describe('judgeStart', () => {
  it.each([
    [{}, { kind: 'start', variant: 'home' }],
    [{ disposition: 'other' }, { kind: 'start', variant: 'home' }],
    [{ disposition: null }, { kind: 'start', variant: 'home' }],
    [{ disposition: 'transferred' }, { kind: 'start', variant: 'transferred' }],
    [{ disposition: 'against-advice' }, { kind: 'awaiting-choice' }],
    [{ disposition: 'dying-at-home' }, { kind: 'awaiting-choice' }],
    [{ disposition: 'died' }, { kind: 'not-started', reason: 'died' }],
    [{ alive: false }, { kind: 'not-started', reason: 'died' }],
    [
      { alive: false, dischargedAt: daysAgo(40), hasPathway: false },
      { kind: 'not-started', reason: 'died' },
    ],
    [{ hasPathway: false }, { kind: 'not-started', reason: 'no-pathway' }],
    [{ dischargedAt: daysAgo(7) }, { kind: 'start', variant: 'home' }],
    [{ dischargedAt: daysAgo(7.01) }, { kind: 'not-started', reason: 'too-old' }],
    [
      { dischargedAt: daysAgo(3000), disposition: 'against-advice' },
      { kind: 'not-started', reason: 'too-old' },
    ],
    [
      { oldDays: 3, dischargedAt: daysAgo(3) },
      { kind: 'start', variant: 'home' },
    ],
    [
      { oldDays: 3, dischargedAt: daysAgo(3.01) },
      { kind: 'not-started', reason: 'too-old' },
    ],
    [{ class: 'outpatient' }, { kind: 'none' }],
    [{ class: 'emergency', alive: false }, { kind: 'none' }],
    [{ class: 'outpatient-procedure' }, { kind: 'start', variant: 'home' }],
  ])('%j gives %j', (changed, answer) => {
    expect(judgeStart({ ...stay, ...changed })).toEqual(answer);
  });
});
