import type { Tx } from '../../kernel/db/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { close, itemById, open } from '../worklist/index.ts';
import { type CallRow, saveCall } from './call.store.ts';
import { CALL_CANCELLED, type CallCancelled } from './events.ts';
import { aboutCall, hintCall } from './told.ts';

/** Ends a call that will not be made; its item leaves the list. The caller holds the call's lock. */
export async function cancelCall(tx: Tx, call: CallRow, reason: string): Promise<void> {
  if (call.state === 'finished' || call.state === 'cancelled') return;
  const saved = await saveCall(tx, { ...call, state: 'cancelled', reason_code: reason, next_try_at: null });
  await close(tx, call.item_id, 'cancelled', reason);
  hintCall(tx, saved);
  const payload: CallCancelled = { ...aboutCall(saved), reason };
  await emit(tx, { type: CALL_CANCELLED, lane: saved.patient_id, payload });
}

/** Lets a call rest: nothing can be written and nobody dials until it goes on. What was answered is kept. */
export async function suspendCall(tx: Tx, call: CallRow, reason: string): Promise<void> {
  if (call.state === 'finished' || call.state === 'cancelled' || call.state === 'suspended') return;
  await close(tx, call.item_id, 'cancelled', reason);
  hintCall(tx, await saveCall(tx, { ...call, state: 'suspended', reason_code: reason }));
}

/** Brings a resting call back with an item of its own; past its last time it is cancelled instead. */
export async function resumeCall(tx: Tx, call: CallRow, itemId: string): Promise<void> {
  if (call.limit_at <= tx.now) return cancelCall(tx, call, 'past-when-resumed');
  const before = await itemById(tx, call.item_id);
  if (!before) return;
  await open(tx, {
    id: itemId,
    kind: 'call',
    patientId: call.patient_id,
    encounterId: call.encounter_id,
    wardId: call.ward_id,
    ref: { kind: 'call', id: call.id },
    title: before.title,
    reason: before.reason,
    urgency: 0,
    risk: before.risk,
    windowFrom: call.window_from,
    dueAt: call.due_at,
    limitAt: call.limit_at,
    ownerStaffId: before.owner_staff_id,
    ownerRole: before.owner_role,
  });
  const state = call.opened_at ? 'in-progress' : 'waiting';
  hintCall(tx, await saveCall(tx, { ...call, state, item_id: itemId, reason_code: null }));
}
