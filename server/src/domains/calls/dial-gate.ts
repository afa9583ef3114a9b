import type { z } from 'zod';
import type { DialRefusal } from '../../../../contract/calls.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { isAtHome } from '../encounters/index.ts';
import { contactGate, hasConsent } from '../patients/index.ts';
import type { CallRow } from './call.store.ts';

/**
 * Why this person may not be rung now; null where they may. Looked at again each time before dialling. A follow-up belongs to the
 * care of the stay, so a consent nobody has asked for does not stand in its way; a refused or withdrawn one does.
 */
export async function dialRefusal(
  tx: Tx,
  call: Pick<CallRow, 'patient_id' | 'variant'>,
): Promise<z.infer<typeof DialRefusal> | null> {
  const gate = await contactGate(tx, call.patient_id);
  if (gate.mergedInto !== null) return 'merged';
  if (!gate.alive) return 'died';
  if (gate.hold !== null) return 'hold';
  if (!(await isAtHome(tx, call.patient_id))) return 'in-hospital';
  const consent = await hasConsent(tx, call.patient_id, 'care-follow-up');
  if (consent === 'refused') return 'consent-refused';
  return consent === 'withdrawn' ? 'consent-withdrawn' : null;
}
