import type { AttemptOutcome, AttemptWho } from '../../../../contract/calls.ts';
import { type ContactWindows, nextAllowed } from '../../kernel/sequence/index.ts';
import type { Zone } from '../../kernel/time/index.ts';

/** Up to four tries at the patient or the relative who speaks for them, then one at each of two alternates (AHRQ RED). */
export const DIRECT_TRIES = 4;
const ALTERNATES: readonly AttemptWho[] = ['alternate-1', 'alternate-2'];

export interface Tried {
  readonly who: AttemptWho;
  readonly outcome: AttemptOutcome;
}

export interface NextTry {
  /** Whom to try next, first choice first; empty when tries are used up. */
  readonly who: readonly AttemptWho[];
  /** Tries left, alternates counted. */
  readonly left: number;
  readonly exhausted: boolean;
}

/** A try that reached nobody who could speak. An agreed other time is contact, not failure. */
export function failed(outcome: AttemptOutcome): boolean {
  return outcome !== 'reached' && outcome !== 'rescheduled' && outcome !== 'declined';
}

/** Who is left to try. A wrong number is not dialled again: the relatives come next. */
export function whoNext(tried: readonly Tried[], known: readonly AttemptWho[]): NextTry {
  const misses = tried.filter((one) => failed(one.outcome));
  const wrong = new Set(misses.filter((one) => one.outcome === 'wrong-number').map((one) => one.who));
  const direct = misses.filter((one) => !ALTERNATES.includes(one.who)).length;
  const people = (['patient', 'relative'] as const).filter((who) => known.includes(who) && !wrong.has(who));
  const directLeft = people.length > 0 ? Math.max(0, DIRECT_TRIES - direct) : 0;
  const alternates = ALTERNATES.filter((who) => known.includes(who) && !misses.some((one) => one.who === who));
  const left = directLeft + alternates.length;
  return { who: directLeft > 0 ? people : alternates.slice(0, 1), left, exhausted: left === 0 };
}

const MINUTES_AFTER: Readonly<Record<AttemptOutcome, number | null>> = {
  reached: null,
  'no-answer': 180,
  busy: 30,
  // Whoever does not wish to talk now is asked once more the next day.
  declined: 24 * 60,
  'wrong-number': 5,
  voicemail: 240,
  rescheduled: 24 * 60,
};

/** When to try again after this outcome, within the hours the person prefers; null where it needs no other try. */
export function nextTryAt(outcome: AttemptOutcome, now: Date, windows: ContactWindows, zone: Zone): Date | null {
  const minutes = MINUTES_AFTER[outcome];
  if (minutes === null) return null;
  const earliest = new Date(now.getTime() + minutes * 60_000);
  return nextAllowed(earliest, windows, zone) ?? earliest;
}

/** Nobody is rung between nine in the evening and eight in the morning; the person's own hours are kept within the day. */
export function callWindows(from: string | null, to: string | null): ContactWindows {
  return {
    quiet: { start: '21:00', end: '08:00' },
    preferred: from && to ? [{ start: from.slice(0, 5), end: to.slice(0, 5) }] : [],
  };
}
