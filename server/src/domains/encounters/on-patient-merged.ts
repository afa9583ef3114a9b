import type { Tx } from '../../kernel/db/index.ts';
import type { DomainEvent } from '../../kernel/outbox/index.ts';
import { patientEvent, resolvePatient } from '../patients/index.ts';
import { mergePatient } from './merge-patient.ts';

/** Two records became one person: the stays follow, to whoever stands for them by now. */
export async function onPatientMerged(tx: Tx, event: DomainEvent): Promise<void> {
  const { from } = patientEvent(event, 'patient.merged');
  const into = await resolvePatient(tx, from);
  if (into !== from) await mergePatient(tx, from, into);
}
