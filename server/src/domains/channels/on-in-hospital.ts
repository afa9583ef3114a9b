import type { EventHandler } from '../../kernel/http/index.ts';
import { isAtHome } from '../encounters/index.ts';
import { resolvePatient } from '../patients/index.ts';
import { cancelFor } from './cancel.ts';

/** Readmitted, or the discharge was a mistake: whoever is in hospital is told nothing meant for home. */
export const onInHospital: EventHandler = async (tx, event) => {
  const patientId = await resolvePatient(tx, String(event.payload.patientId));
  if (patientId === null) return;
  if (await isAtHome(tx, patientId)) return;
  await cancelFor(tx, { patientId }, 'in-hospital');
};
