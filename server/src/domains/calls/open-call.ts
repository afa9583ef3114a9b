import type { z } from 'zod';
import type { DialRefusal } from '../../../../contract/calls.ts';
import type { Scope } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { startMinutes, takeForWork } from '../worklist/index.ts';
import { askingStaff, openCallRecord } from './access.ts';
import { type CallRow, lockCall, saveCall } from './call.store.ts';
import { dialRefusal } from './dial-gate.ts';
import { callClosed } from './problems.ts';
import { type Reach, reachOf } from './reach.ts';
import { hintCall } from './told.ts';

export interface Opened {
  readonly because: z.infer<typeof DialRefusal> | null;
  /** Null where the person may not be rung: then no number is shown. */
  readonly reach: Reach | null;
}

/**
 * Before dialling: looks again whether this person may be rung and says why not. Where they may, the item is the caller's from now on
 * and the minutes of this sitting are counted. Opening the same sitting again changes nothing.
 */
export async function openForDialling(tx: Tx, scope: Scope, callId: string, sessionId: string): Promise<Opened> {
  const me = askingStaff(scope);
  const seen = await openCallRecord(tx, scope, callId);
  if (seen.state === 'finished' || seen.state === 'cancelled') throw callClosed();
  const because = await dialRefusal(tx, seen);
  await audit(tx, scope, {
    action: because ? 'calls.dial-refused' : 'calls.opened',
    subject: { kind: 'call', id: callId },
    patientId: seen.patient_id,
    detail: because ? { because } : {},
  });
  if (because) return { because, reach: null };
  if (seen.state === 'suspended') return { because: 'hold', reach: null };
  // The call is locked before its item, as everywhere: two screens cannot wait for each other.
  const call: CallRow | null = await lockCall(tx, callId);
  await takeForWork(tx, scope, seen.item_id);
  if (call && (call.state === 'waiting' || call.caller_staff_id !== me))
    hintCall(
      tx,
      await saveCall(tx, {
        ...call,
        state: call.state === 'waiting' ? 'in-progress' : call.state,
        caller_staff_id: me,
        opened_at: call.opened_at ?? tx.now,
      }),
    );
  await startMinutes(tx, scope, {
    id: sessionId,
    patientId: seen.patient_id,
    encounterId: seen.encounter_id,
    ref: { kind: 'call', id: callId },
  });
  return { because: null, reach: await reachOf(tx, scope, seen.patient_id) };
}
