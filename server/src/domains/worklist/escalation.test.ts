import { describe, expect, it } from 'vitest';
import { type Escalating, firstStaffed, nextEscalation, type RosterFacts } from './escalation.ts';

const T0 = new Date('2031-03-03T00:00:00Z');
const at = (minutes: number) => new Date(T0.getTime() + minutes * 60_000);
const FULL: RosterFacts = { owner: 'own', nurses: ['n1', 'n2'], heads: ['h'], doctors: ['d'] };
const NOBODY: RosterFacts = { owner: null, nurses: [], heads: [], doctors: [] };
const item = (over: Partial<Escalating> = {}): Escalating => ({
  state: 'open',
  taken: false,
  ackMinutes: 10,
  level: 'owner',
  levelSince: T0,
  rounds: 0,
  windowFrom: null,
  dueAt: at(600),
  overdueAt: null,
  snoozedUntil: null,
  ...over,
});

describe('the chain', () => {
  it('climbs owner, nurses, head nurse, doctor, each with its own clock', () => {
    let current = item();
    const seen: unknown[] = [];
    for (const minute of [9, 10, 15, 20, 30]) {
      const step = nextEscalation(current, FULL, at(minute));
      seen.push([minute, step.level, step.ask, step.wakeAt?.getTime()]);
      current = { ...current, level: step.level, levelSince: step.moved ? at(minute) : current.levelSince };
    }
    expect(seen).toEqual([
      [9, 'owner', [], at(10).getTime()],
      [10, 'nurses-on-duty', ['n1', 'n2'], at(20).getTime()],
      [15, 'nurses-on-duty', [], at(20).getTime()],
      [20, 'head-nurse', ['h'], at(30).getTime()],
      [30, 'doctor-on-duty', ['d'], at(40).getTime()],
    ]);
  });
  it('counts a level from the moment it was asked, also when the sweep came late', () => {
    expect(nextEscalation(item(), FULL, at(95))).toMatchObject({ level: 'nurses-on-duty', wakeAt: at(105) });
  });
  it('passes over a level where nobody is', () => {
    const step = nextEscalation(item(), { ...FULL, nurses: [] }, at(10));
    expect(step).toMatchObject({ level: 'head-nurse', ask: ['h'] });
  });
  it('asks everybody again at the last level and never stops looking', () => {
    const last = item({ level: 'doctor-on-duty' });
    expect(nextEscalation(last, FULL, at(10))).toMatchObject({ ask: ['own', 'n1', 'n2', 'h', 'd'], wakeAt: at(20) });
    expect(nextEscalation(last, NOBODY, at(10))).toMatchObject({ ask: [], wakeAt: at(20) });
  });
  it('asks everybody twice at the last level, then every four hours only', () => {
    let current = item({ level: 'head-nurse' });
    const asked: number[] = [];
    for (let minute = 10; minute <= 600; minute += 10) {
      const step = nextEscalation({ ...current, dueAt: at(9000) }, FULL, at(minute));
      if (step.ask.length > 0) asked.push(minute);
      const levelSince = step.moved ? at(minute) : current.levelSince;
      current = { ...current, level: step.level, rounds: step.rounds, levelSince };
    }
    expect(asked).toEqual([10, 20, 260, 500]);
    const slow = item({ level: 'doctor-on-duty', rounds: 2, ackMinutes: 480, dueAt: at(9000) });
    expect(nextEscalation(slow, FULL, at(300))).toMatchObject({ ask: [], wakeAt: at(480) });
  });
  it('does not count a round in which nobody was there', () => {
    const last = item({ level: 'doctor-on-duty', rounds: 1 });
    expect(nextEscalation(last, NOBODY, at(10))).toMatchObject({ rounds: 1, wakeAt: at(20) });
  });
  it('passes over a level where only the owner is, who has been asked', () => {
    expect(nextEscalation(item(), { ...FULL, nurses: ['own'] }, at(10))).toMatchObject({ level: 'head-nurse' });
    const alone = { ...FULL, nurses: ['own'], heads: ['own'], doctors: ['own'] };
    expect(nextEscalation(item(), alone, at(10))).toMatchObject({ level: 'doctor-on-duty', ask: ['own'] });
  });
  it('stops when somebody has taken it', () => {
    expect(nextEscalation(item({ taken: true }), FULL, at(30))).toMatchObject({
      level: 'owner',
      ask: [],
      wakeAt: at(600),
    });
  });
  it('starts at the first level at which somebody is', () => {
    expect(firstStaffed('owner', { ...FULL, owner: null })).toBe('nurses-on-duty');
    expect(firstStaffed('owner', { ...NOBODY, doctors: ['d'] })).toBe('doctor-on-duty');
    expect(firstStaffed('owner', NOBODY)).toBe('doctor-on-duty');
  });
});

describe('the due time', () => {
  const call = item({ ackMinutes: null });
  it('goes to the head nurse and is counted once, taken or not', () => {
    const step = nextEscalation({ ...call, taken: true }, FULL, at(600));
    expect(step).toMatchObject({ becameOverdue: true, ask: ['h'], wakeAt: null, level: 'owner' });
    expect(nextEscalation({ ...call, overdueAt: at(600) }, FULL, at(700))).toMatchObject({
      becameOverdue: false,
      ask: [],
    });
  });
  it('goes to the doctor on duty where no head nurse is', () => {
    expect(nextEscalation(call, { ...FULL, heads: [] }, at(600)).ask).toEqual(['d']);
  });
  it('is looked at, not before', () => {
    expect(nextEscalation(call, FULL, at(599))).toMatchObject({ becameOverdue: false, wakeAt: at(600) });
  });
  it('counts for a snoozed item too, and leaves it aside', () => {
    const step = nextEscalation({ ...call, state: 'snoozed', snoozedUntil: at(700) }, FULL, at(600));
    expect(step).toMatchObject({ becameOverdue: true, state: 'snoozed', wakeAt: at(700) });
  });
});

it('wakes for the opening of the window, once', () => {
  const waiting = item({ ackMinutes: null, windowFrom: at(60) });
  expect(nextEscalation(waiting, FULL, at(1)).wakeAt).toEqual(at(60));
  expect(nextEscalation(waiting, FULL, at(60)).wakeAt).toEqual(at(600));
});
it('ends a snooze at its time', () => {
  const aside = item({ ackMinutes: null, state: 'snoozed', snoozedUntil: at(30) });
  expect(nextEscalation(aside, FULL, at(29)).state).toBe('snoozed');
  expect(nextEscalation(aside, FULL, at(30))).toMatchObject({ state: 'open', wakeAt: at(600) });
});
it.each(['suspended', 'done', 'cancelled'] as const)('does nothing to an item that is %s', (state) => {
  expect(nextEscalation(item({ state }), FULL, at(900))).toMatchObject({
    state,
    ask: [],
    becameOverdue: false,
    wakeAt: null,
  });
});
