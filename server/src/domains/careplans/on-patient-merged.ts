import type { EventHandler } from '../../kernel/http/index.ts';
import { resolvePatient } from '../patients/index.ts';
import { movePlans } from './plan.store.ts';
import { settlePatient } from './settle-patient.ts';

/** Two records are one person: plans follow the survivor and rest or end by what holds for the survivor. */
export const onPatientMerged: EventHandler = async (tx, event) => {
  const from = String(event.payload.from);
  const into = await resolvePatient(tx, from);
  if (into === null || into === from) return;
  await movePlans(tx, from, into);
  await settlePatient(tx, into);
};
