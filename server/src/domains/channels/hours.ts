import type { Purpose } from '../../../../contract/channels.ts';
import { type DailyWindow, nextAllowed } from '../../kernel/sequence/index.ts';
import type { Zone } from '../../kernel/time/index.ts';

/** Quiet hours by purpose; an alert knows none. Offers of benefits keep the narrower hours of education. */
export const QUIET: Readonly<Record<Purpose, DailyWindow | null>> = {
  care: { start: '21:00', end: '08:00' },
  education: { start: '20:00', end: '10:00' },
  benefit: { start: '20:00', end: '10:00' },
  alert: null,
};

/**
 * The first instant, this one or later, at which a message of this purpose may reach the patient. Preferred hours that leave no time
 * beside the quiet ones are set aside: a wish for 22:00 must not mean never.
 */
export function allowedFrom(instant: Date, purpose: Purpose, preferred: DailyWindow | null, zone: Zone): Date {
  const quiet = QUIET[purpose];
  if (quiet === null) return instant;
  const wished = preferred && nextAllowed(instant, { quiet, preferred: [preferred] }, zone);
  return wished ?? nextAllowed(instant, { quiet }, zone) ?? instant;
}
