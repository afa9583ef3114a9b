import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isContactAllowed, localDay } from '../../kernel/sequence/index.ts';
import { DAILY_BUDGET, type Decision, decide, type Facts, goesBefore, type Pending } from './decide.ts';
import { allowedFrom, QUIET } from './hours.ts';

const SH = 'Asia/Shanghai';
const at = (local: string) => new Date(`${local}:00+08:00`);
const NOON = at('2031-03-04T12:00');

function pending(over: Partial<Pending> = {}): Pending {
  return { id: 'm5', purpose: 'care', dueAt: NOON, nextAt: NOON, expiresAt: null, ...over };
}

function facts(over: Partial<Facts> = {}): Facts {
  return {
    now: NOON,
    zone: SH,
    message: pending(),
    alive: true,
    hold: null,
    atHome: true,
    consent: { followUp: 'none', marketing: 'none' },
    gate: 'open',
    preferred: null,
    sentToday: 0,
    others: [],
    ...over,
  };
}

const education = pending({ purpose: 'education' });
const benefit = pending({ purpose: 'benefit' });
const alert = pending({ purpose: 'alert' });
const yes = { followUp: 'granted', marketing: 'granted' } as const;

describe('what ends a message', () => {
  test.each<[string, Partial<Facts>, string]>([
    ['death', { alive: false, hold: 'dispute' }, 'died'],
    ['death, also for an alert', { alive: false, message: alert }, 'died'],
    ['a hold', { hold: 'do-not-contact' }, 'hold'],
    ['a hold, also for an alert', { hold: 'dying-at-home', message: alert }, 'hold'],
    ['a stay in hospital', { atHome: false }, 'in-hospital'],
    ['its end', { message: pending({ expiresAt: NOON }) }, 'expired'],
    ['a refusal', { consent: { followUp: 'refused', marketing: 'none' } }, 'consent-refused'],
    [
      'a withdrawal',
      { message: education, consent: { followUp: 'withdrawn', marketing: 'granted' } },
      'consent-withdrawn',
    ],
    ['a benefit nobody asked for', { message: benefit }, 'consent-missing'],
    [
      'a benefit refused',
      { message: benefit, consent: { followUp: 'granted', marketing: 'refused' } },
      'consent-refused',
    ],
    [
      'no hour left before its end',
      { now: at('2031-03-04T22:00'), message: pending({ expiresAt: at('2031-03-05T08:00') }) },
      'no-time-left',
    ],
  ])('%s', (_, over, reason) => {
    expect(decide(facts(over))).toEqual({ do: 'cancel', reason });
  });
});

describe('what lets it go', () => {
  test.each<[string, Partial<Facts>]>([
    ['care without a word on consent', {}],
    ['education without a word on consent', { message: education }],
    ['a benefit that was asked for', { message: benefit, consent: { followUp: 'refused', marketing: 'granted' } }],
    [
      'an alert at night with the switch off and the budget spent',
      { message: alert, now: at('2031-03-04T03:00'), gate: 'stopped', sentToday: 9 },
    ],
    [
      'an alert where follow-up was refused',
      { message: alert, consent: { followUp: 'refused', marketing: 'refused' } },
    ],
    ['the second of a day', { sentToday: 1 }],
    ['care before education that waits', { sentToday: 1, others: [pending({ id: 'm1', purpose: 'education' })] }],
    ['the first minute after quiet hours', { now: at('2031-03-04T08:00') }],
  ])('%s', (_, over) => {
    expect(decide(facts(over))).toEqual({ do: 'send' });
  });
});

describe('what keeps it', () => {
  test('the switch, before hours and budget', () => {
    const night = { now: at('2031-03-04T23:00'), sentToday: 2 };
    expect(decide(facts({ gate: 'stopped', ...night }))).toEqual({ do: 'hold', reason: 'gate-stopped' });
    expect(decide(facts({ gate: 'surge' }))).toEqual({ do: 'hold', reason: 'gate-surge' });
  });

  test.each<[string, Partial<Facts>, string, string]>([
    ['care at nine in the evening', { now: at('2031-03-04T21:00') }, '2031-03-05T08:00', 'quiet-hours'],
    [
      'education at nine in the morning',
      { now: at('2031-03-04T09:00'), message: education },
      '2031-03-04T10:00',
      'quiet-hours',
    ],
    ['a wish for the evening', { preferred: { start: '18:30', end: '20:00' } }, '2031-03-04T18:30', 'quiet-hours'],
    [
      'a wish that quiet hours swallow is set aside',
      { now: at('2031-03-04T22:30'), preferred: { start: '22:00', end: '23:00' } },
      '2031-03-05T08:00',
      'quiet-hours',
    ],
    ['two sent today', { sentToday: 2 }, '2031-03-05T08:00', 'budget'],
    [
      'two sent today, with a wish',
      { sentToday: 2, preferred: { start: '12:00', end: '14:00' } },
      '2031-03-05T12:00',
      'budget',
    ],
    [
      'education behind two of care of this evening',
      {
        message: education,
        others: [
          pending({ id: 'm1', nextAt: at('2031-03-04T18:00') }),
          pending({ id: 'm2', nextAt: at('2031-03-04T19:00') }),
        ],
      },
      '2031-03-05T10:00',
      'budget',
    ],
    [
      'a benefit behind one sent and one of education',
      { message: benefit, consent: yes, sentToday: 1, others: [pending({ id: 'm1', purpose: 'education' })] },
      '2031-03-05T10:00',
      'budget',
    ],
    [
      'the third of the same hour',
      { others: [pending({ id: 'm1' }), pending({ id: 'm2' })] },
      '2031-03-05T08:00',
      'budget',
    ],
  ])('%s', (_, over, until, reason) => {
    expect(decide(facts(over))).toEqual({ do: 'postpone', until: at(until), reason });
  });

  test('what cannot go today keeps no place of today', () => {
    const others = [
      pending({ id: 'm1', nextAt: at('2031-03-04T21:30') }),
      pending({ id: 'm2', nextAt: at('2031-03-05T09:00') }),
      pending({ id: 'm3', expiresAt: NOON }),
      pending({ id: 'm4', nextAt: at('2031-03-01T09:00') }),
      pending({ id: 'm0', purpose: 'alert' }),
    ];
    expect(decide(facts({ message: education, sentToday: 1, others }))).toEqual({ do: 'send' });
  });
});

const purposes = fc.constantFrom('care', 'education', 'benefit', 'alert');
const minutes = fc.integer({ min: 0, max: 4 * 24 * 60 });
const instant = minutes.map((n) => new Date(at('2031-03-04T00:00').getTime() + n * 60_000));
const message = fc.record({
  id: fc.uuid(),
  purpose: purposes,
  dueAt: instant,
  nextAt: fc.option(instant, { nil: null }),
  expiresAt: fc.option(instant, { nil: null }),
}) as fc.Arbitrary<Pending>;
const consent = fc.constantFrom('granted', 'refused', 'withdrawn', 'none');
const anyFacts = fc.record({
  now: instant,
  zone: fc.constantFrom(SH, 'America/New_York', 'UTC'),
  message,
  alive: fc.boolean(),
  hold: fc.constantFrom(null, 'dispute'),
  atHome: fc.boolean(),
  consent: fc.record({ followUp: consent, marketing: consent }),
  gate: fc.constantFrom('open', 'stopped', 'surge'),
  preferred: fc.constantFrom(null, { start: '18:00', end: '19:00' }, { start: '23:00', end: '23:30' }),
  sentToday: fc.integer({ min: 0, max: 4 }),
  others: fc.array(message, { maxLength: 5 }),
}) as fc.Arbitrary<Facts>;

describe('properties', () => {
  test('nothing reaches the dead, the held, the admitted, and nothing but alerts passes a closed switch', () => {
    fc.assert(
      fc.property(anyFacts, (f) => {
        if (decide(f).do !== 'send') return;
        expect(f.alive && f.hold === null && f.atHome).toBe(true);
        if (f.message.purpose === 'alert') return;
        expect(f.gate).toBe('open');
        expect(f.sentToday).toBeLessThan(DAILY_BUDGET);
        expect(isContactAllowed(f.now, { quiet: QUIET[f.message.purpose] }, f.zone)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('a postponement is later, at an allowed hour, before the end, and a budget one is on another day', () => {
    fc.assert(
      fc.property(anyFacts, (f) => {
        const decision = decide(f);
        if (decision.do !== 'postpone') return;
        expect(decision.until.getTime()).toBeGreaterThan(f.now.getTime());
        expect(allowedFrom(decision.until, f.message.purpose, f.preferred, f.zone)).toEqual(decision.until);
        if (f.message.expiresAt) expect(decision.until.getTime()).toBeLessThan(f.message.expiresAt.getTime());
        if (decision.reason === 'budget')
          expect(localDay(decision.until, f.zone).on > localDay(f.now, f.zone).on).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('an alert is sent or over, never late', () => {
    fc.assert(
      fc.property(anyFacts, (f) => {
        expect(['send', 'cancel']).toContain(decide({ ...f, message: { ...f.message, purpose: 'alert' } }).do);
      }),
    );
  });

  test('the order in the budget is total', () => {
    fc.assert(
      fc.property(message, message, message, (a, b, c) => {
        if (a.id !== b.id) expect(goesBefore(a, b)).toBe(!goesBefore(b, a));
        if (goesBefore(a, b) && goesBefore(b, c)) expect(goesBefore(a, c)).toBe(true);
      }),
    );
  });

  test('played over days in any order of arrival: two a day at most, clinical never behind, and all leave in the end', () => {
    const batch = fc.array(
      fc.record({
        purpose: fc.constantFrom('care', 'education', 'benefit'),
        minute: fc.integer({ min: 0, max: 2000 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(batch, fc.infiniteStream(fc.nat()), (given, dice) => {
        const { sent, crowded } = play(
          given as { purpose: Pending['purpose']; minute: number }[],
          () => dice.next().value as number,
        );
        expect(sent).toHaveLength(given.length);
        const days = Map.groupBy(sent, (one) => localDay(one.at, SH).on);
        for (const day of days.values()) expect(day.length).toBeLessThanOrEqual(DAILY_BUDGET);
        // Where care was put off for the budget, the day's places went to care.
        for (const late of crowded.filter((one) => one.purpose === 'care'))
          for (const one of days.get(localDay(late.at, SH).on) ?? []) expect(one.purpose).toBe('care');
      }),
      { numRuns: 300 },
    );
  });
});

/** Runs the queue of one patient: at each instant all that is due is tried in a random order. */
function play(given: readonly { purpose: Pending['purpose']; minute: number }[], dice: () => number) {
  const start = at('2031-03-04T00:00').getTime();
  let open = given.map(({ purpose, minute }, n): Pending => {
    const dueAt = new Date(start + minute * 60_000);
    return { id: `m${n}`, purpose, dueAt, nextAt: dueAt, expiresAt: null };
  });
  const sent: { purpose: string; at: Date }[] = [];
  const crowded: { purpose: string; at: Date }[] = [];
  for (let guard = 0; open.length > 0 && guard < 500; guard += 1) {
    const now = new Date(Math.min(...open.map((one) => (one.nextAt as Date).getTime())));
    const due = open.filter((one) => (one.nextAt as Date) <= now);
    const message = due[dice() % due.length] as Pending;
    const today = localDay(now, SH);
    const decision: Decision = decide(
      facts({
        now,
        message,
        consent: yes,
        sentToday: sent.filter((one) => one.at >= today.from).length,
        others: open.filter((one) => one !== message),
      }),
    );
    if (decision.do === 'send') sent.push({ purpose: message.purpose, at: now });
    if (decision.do === 'postpone' && decision.reason === 'budget') crowded.push({ purpose: message.purpose, at: now });
    open = open
      .filter((one) => one !== message || decision.do === 'postpone')
      .map((one) => (one === message && decision.do === 'postpone' ? { ...one, nextAt: decision.until } : one));
  }
  return { sent, crowded };
}
