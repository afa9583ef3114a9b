import type { Purpose } from '../../../../contract/channels.ts';
import { type DailyWindow, localDay } from '../../kernel/sequence/index.ts';
import type { Zone } from '../../kernel/time/index.ts';
import { allowedFrom } from './hours.ts';

/** Proactive messages a patient gets in one day of the hospital, over all channels; alerts are not counted. */
export const DAILY_BUDGET = 2;

export type Consent = 'granted' | 'refused' | 'withdrawn' | 'none';
export type GateState = 'open' | 'stopped' | 'surge';

/** A message that has not left yet, as far as the order in the budget asks. `nextAt` null: as soon as it is let go. */
export interface Pending {
  readonly id: string;
  readonly purpose: Purpose;
  readonly dueAt: Date;
  readonly nextAt: Date | null;
  readonly expiresAt: Date | null;
}

/** All a decision rests on, read in the transaction that acts on it. */
export interface Facts {
  readonly now: Date;
  readonly zone: Zone;
  readonly message: Pending;
  readonly alive: boolean;
  /** Reason of the hold on the patient; null without one. */
  readonly hold: string | null;
  readonly atHome: boolean;
  readonly consent: { readonly followUp: Consent; readonly marketing: Consent };
  readonly gate: GateState;
  readonly preferred: DailyWindow | null;
  /** Proactive messages sent since the hospital's midnight. */
  readonly sentToday: number;
  /** The patient's other messages that have not left. */
  readonly others: readonly Pending[];
}

export type CancelReason =
  | 'expired'
  | 'no-time-left'
  | 'died'
  | 'hold'
  | 'in-hospital'
  | 'consent-refused'
  | 'consent-withdrawn'
  | 'consent-missing';

export type Decision =
  | { readonly do: 'send' }
  | { readonly do: 'postpone'; readonly until: Date; readonly reason: 'quiet-hours' | 'budget' }
  | { readonly do: 'hold'; readonly reason: 'gate-stopped' | 'gate-surge' }
  | { readonly do: 'cancel'; readonly reason: CancelReason };

/**
 * What becomes of a message whose time has come. Alerts pass the switch, consent, hours and budget: they protect life or health
 * (个人信息保护法 art. 13(4)); they end like all others with death, a hold and a stay in hospital, where staff are at hand.
 */
export function decide(facts: Facts): Decision {
  const { now, zone, message, gate } = facts;
  const over = whatEndsIt(facts);
  if (over) return { do: 'cancel', reason: over };
  if (message.purpose === 'alert') return { do: 'send' };
  if (gate !== 'open') return { do: 'hold', reason: gate === 'stopped' ? 'gate-stopped' : 'gate-surge' };
  const allowed = allowedFrom(now, message.purpose, facts.preferred, zone);
  if (allowed.getTime() > now.getTime()) return putOff(message, allowed, 'quiet-hours');
  const today = localDay(now, zone);
  if (facts.sentToday + goingBefore(facts, today) < DAILY_BUDGET) return { do: 'send' };
  return putOff(message, allowedFrom(today.until, message.purpose, facts.preferred, zone), 'budget');
}

function whatEndsIt({ now, message, alive, hold, atHome, consent }: Facts): CancelReason | null {
  if (!alive) return 'died';
  if (hold !== null) return 'hold';
  if (!atHome) return 'in-hospital';
  if (message.expiresAt && message.expiresAt.getTime() <= now.getTime()) return 'expired';
  switch (message.purpose) {
    case 'alert':
      return null;
    case 'care':
    case 'education':
      // Follow-up belongs to the care of the stay: silence is not a no.
      return refused(consent.followUp);
    case 'benefit':
      return consent.marketing === 'none' ? 'consent-missing' : refused(consent.marketing);
  }
}

function refused(consent: Consent): CancelReason | null {
  if (consent === 'refused') return 'consent-refused';
  return consent === 'withdrawn' ? 'consent-withdrawn' : null;
}

function putOff(message: Pending, until: Date, reason: 'quiet-hours' | 'budget'): Decision {
  if (message.expiresAt && message.expiresAt.getTime() <= until.getTime())
    return { do: 'cancel', reason: 'no-time-left' };
  return { do: 'postpone', until, reason };
}

const ORDER: Readonly<Record<Purpose, number>> = { alert: 0, care: 1, education: 2, benefit: 3 };

/** Clinical before education before benefit, then the one due earlier; ids make it a total order. */
export function goesBefore(a: Pending, b: Pending): boolean {
  const order = ORDER[a.purpose] - ORDER[b.purpose] || a.dueAt.getTime() - b.dueAt.getTime();
  return order === 0 ? a.id < b.id : order < 0;
}

/** How many of the others will still take a place of today before this one. */
function goingBefore({ now, zone, message, preferred, others }: Facts, today: { from: Date; until: Date }): number {
  return others.filter((other) => {
    if (other.purpose === 'alert' || !goesBefore(other, message)) return false;
    // What was due on an earlier day and did not move is stuck for another reason and must not keep a place for ever.
    if (other.nextAt && other.nextAt.getTime() < today.from.getTime()) return false;
    const at = allowedFrom(other.nextAt && other.nextAt > now ? other.nextAt : now, other.purpose, preferred, zone);
    return at < today.until && (other.expiresAt === null || other.expiresAt > at);
  }).length;
}
