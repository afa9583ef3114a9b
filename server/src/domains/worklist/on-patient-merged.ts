import type { EventHandler } from '../../kernel/http/index.ts';
import { resolvePatient } from '../patients/index.ts';
import { moveItems } from './item.store.ts';
import { moveSittings } from './minutes.store.ts';

/** Two records are one person: what is owed and the minutes spent follow the survivor. */
export const onPatientMerged: EventHandler = async (tx, event) => {
  const from = String(event.payload.from);
  const into = await resolvePatient(tx, from);
  if (!into || into === from) return;
  await moveItems(tx, from, into);
  await moveSittings(tx, from, into);
};
