import type { Tx } from '../../kernel/db/index.ts';
import type { CallRow } from './call.store.ts';

/** Screens of the ward, the patient and the caller look again. */
export function hintCall(tx: Tx, call: Pick<CallRow, 'id' | 'ward_id' | 'patient_id' | 'caller_staff_id'>): void {
  if (call.ward_id) tx.hint(`ward:${call.ward_id}`, 'call', call.id);
  tx.hint(`patient:${call.patient_id}`, 'call', call.id);
  if (call.caller_staff_id) tx.hint(`me:${call.caller_staff_id}`, 'call', call.id);
}

/** Ids of a call for its events. */
export function aboutCall(call: Pick<CallRow, 'id' | 'plan_id' | 'task_id' | 'encounter_id' | 'patient_id'>) {
  return {
    callId: call.id,
    planId: call.plan_id,
    taskId: call.task_id,
    encounterId: call.encounter_id,
    patientId: call.patient_id,
  };
}
