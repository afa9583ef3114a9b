import type { EventHandler } from '../../kernel/http/index.ts';
import { contactGate, resolvePatient } from '../patients/index.ts';
import { cancelFor } from './cancel.ts';

/** Death or a hold, by whatever way it was told: everything open ends at once, alerts too. A hold lifted meanwhile ends nothing. */
export const onContactEnded: EventHandler = async (tx, event) => {
  const patientId = await resolvePatient(tx, String(event.payload.patientId));
  if (patientId === null) return;
  const { alive, hold } = await contactGate(tx, patientId);
  if (!alive) await cancelFor(tx, { patientId }, 'died');
  else if (hold !== null) await cancelFor(tx, { patientId }, 'hold');
};
