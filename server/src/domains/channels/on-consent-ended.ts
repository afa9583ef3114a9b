import type { Purpose } from '../../../../contract/channels.ts';
import type { EventHandler } from '../../kernel/http/index.ts';
import { hasConsent, resolvePatient } from '../patients/index.ts';
import { cancelFor } from './cancel.ts';

/** What a consent carries; alerts hang on none. */
const CARRIES: Readonly<Record<string, readonly Purpose[]>> = {
  'care-follow-up': ['care', 'education'],
  marketing: ['benefit'],
};

/** A consent was withdrawn or refused: what it carried ends, the rest goes on. */
export const onConsentEnded: EventHandler = async (tx, event) => {
  const purpose = String(event.payload.purpose);
  const purposes = CARRIES[purpose];
  if (!purposes) return;
  const patientId = await resolvePatient(tx, String(event.payload.patientId));
  if (patientId === null) return;
  const state = await hasConsent(tx, patientId, purpose as 'care-follow-up' | 'marketing');
  if (state !== 'withdrawn' && state !== 'refused') return;
  await cancelFor(tx, { patientId, purposes }, `consent-${state}`);
};
