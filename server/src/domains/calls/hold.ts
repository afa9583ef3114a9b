import type { z } from 'zod';
import type { HoldReason } from '../../../../contract/patients.ts';
import type { Scope } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { deathAhead, markDeceased, setHold } from '../patients/index.ts';
import { openCallRecord } from './access.ts';
import { lockLiveCalls } from './call.store.ts';
import { cancelCall, suspendCall } from './stop.ts';

/**
 * Stops everything for the person from the call screen, in this second: the hold is set, a death is recorded as told, and the calls
 * stop at once; the other domains hear of it by event. The same hold sent again changes nothing.
 */
export async function holdFromCall(
  tx: Tx,
  scope: Scope,
  callId: string,
  hold: { readonly id: string; readonly reason: z.infer<typeof HoldReason>; readonly diedAt: Date | null },
): Promise<void> {
  const call = await openCallRecord(tx, scope, callId);
  await audit(tx, scope, {
    action: 'calls.held',
    subject: { kind: 'call', id: call.id },
    patientId: call.patient_id,
    detail: { reason: hold.reason },
  });
  const died = hold.reason === 'died';
  if (died && hold.diedAt !== null && hold.diedAt > tx.now) throw deathAhead();
  await setHold(tx, scope, {
    id: hold.id,
    patientId: call.patient_id,
    encounterId: call.encounter_id,
    reason: hold.reason,
  });
  if (died) await markDeceased(tx, scope, call.patient_id, hold.diedAt ?? tx.now, 'staff');
  for (const live of await lockLiveCalls(tx, call.patient_id))
    await (died ? cancelCall(tx, live, 'died') : suspendCall(tx, live, 'hold'));
}
