import type { EventHandler } from '../../kernel/http/index.ts';
import { resolvePatient } from '../patients/index.ts';
import { moveCalls } from './call.store.ts';

/** Two records are one person: their calls follow the survivor. */
export const onPatientMerged: EventHandler = async (tx, event) => {
  const from = String(event.payload.from);
  const into = await resolvePatient(tx, from);
  if (into && into !== from) await moveCalls(tx, from, into);
};
