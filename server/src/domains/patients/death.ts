import type { Scope } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { clearDeceased, setDeceased } from './patient.store.ts';

/** Records a death; a second word of it changes nothing. Whoever listens ends what would still reach the patient. */
export async function markDeceased(
  tx: Tx,
  scope: Scope,
  patientId: string,
  at: Date,
  source: 'feed' | 'staff',
): Promise<boolean> {
  if (!(await setDeceased(tx, patientId, at, source))) return false;
  await emit(tx, { type: 'patient.died', lane: patientId, payload: { patientId, source } });
  await audit(tx, scope, {
    action: 'patients.deceased-recorded',
    subject: { kind: 'patient', id: patientId },
    patientId,
    detail: { source },
  });
  tx.hint(`patient:${patientId}`, 'patient', patientId);
  return true;
}

/** Takes a recorded death back, where this source recorded it. */
export async function correctDeath(
  tx: Tx,
  scope: Scope,
  patientId: string,
  source: 'feed' | 'staff',
): Promise<boolean> {
  if (!(await clearDeceased(tx, patientId, source))) return false;
  await emit(tx, { type: 'patient.death-corrected', lane: patientId, payload: { patientId, source } });
  await audit(tx, scope, {
    action: 'patients.death-corrected',
    subject: { kind: 'patient', id: patientId },
    patientId,
    detail: { source },
  });
  tx.hint(`patient:${patientId}`, 'patient', patientId);
  return true;
}
