import type { EventHandler } from '../../kernel/http/index.ts';
import { resolvePatient } from '../patients/index.ts';
import { moveTo } from './move.ts';

/** Two records are one person: the messages follow the survivor, and each is checked against the survivor when it is due. */
export const onPatientMerged: EventHandler = async (tx, event) => {
  const from = String(event.payload.from);
  const into = await resolvePatient(tx, from);
  if (into !== null && into !== from) await moveTo(tx, from, into);
};
