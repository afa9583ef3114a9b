import type { Variant } from './lay/variant.ts';

/** Kinds of care that are followed; a visit to the outpatients or the emergency room is not. */
const FOLLOWED: ReadonlySet<string> = new Set(['inpatient', 'day-surgery', 'outpatient-procedure', 'maternity']);

/** What a finished stay gets. */
export type Start =
  | { kind: 'none' }
  | { kind: 'not-started'; reason: 'died' | 'too-old' | 'no-pathway' }
  | { kind: 'awaiting-choice' }
  | { kind: 'start'; variant: Variant };

/** Decides from the way the stay ended whether and how it is followed. Pure. */
export function judgeStart(stay: {
  class: string;
  disposition: string | null;
  dischargedAt: Date;
  alive: boolean;
  hasPathway: boolean;
  /** The hospital's: older discharges are recorded, nobody is rung or written to. */
  oldDays: number;
  now: Date;
}): Start {
  if (!FOLLOWED.has(stay.class)) return { kind: 'none' };
  if (!stay.alive || stay.disposition === 'died') return { kind: 'not-started', reason: 'died' };
  if (isTooOld(stay.dischargedAt, stay.now, stay.oldDays)) return { kind: 'not-started', reason: 'too-old' };
  if (!stay.hasPathway) return { kind: 'not-started', reason: 'no-pathway' };
  return routeOf(stay.disposition);
}

/** A discharge more than so many days old at its arrival starts nothing. */
export function isTooOld(dischargedAt: Date, at: Date, days: number): boolean {
  return at.getTime() - dischargedAt.getTime() > days * 86_400_000;
}

/** The way home decides: some go on as planned, some elsewhere, for some a person decides. */
export function routeOf(disposition: string | null): { kind: 'awaiting-choice' } | { kind: 'start'; variant: Variant } {
  switch (disposition) {
    case 'transferred':
      return { kind: 'start', variant: 'transferred' };
    case 'against-advice':
    case 'dying-at-home':
      return { kind: 'awaiting-choice' };
    default:
      return { kind: 'start', variant: 'home' };
  }
}
