import type { Tx } from '../../kernel/db/index.ts';
import type { DailyWindow } from '../../kernel/sequence/index.ts';
import { holdStill, patientRow } from './patient.store.ts';

/**
 * The id that stands for this person, following merges; an id nobody has is returned as it is. The record cannot be merged away
 * before the caller's transaction ends (the lock is the one a foreign key would take): what is written under this id is found by
 * the handlers of `patient.merged`.
 */
export async function resolvePatient(tx: Tx, id: string): Promise<string> {
  const into = await holdStill(tx, id);
  return into === null ? id : resolvePatient(tx, into);
}

/** Hours of the day at which this patient likes to be reached; null where none were said. */
export async function preferredHours(tx: Tx, patientId: string): Promise<DailyWindow | null> {
  const row = await patientRow(tx, patientId);
  if (!row?.preferred_from && !row?.preferred_to) return null;
  // One bound alone leaves the other end of the day open.
  return { start: row.preferred_from?.slice(0, 5) ?? '00:00', end: row.preferred_to?.slice(0, 5) ?? '24:00' };
}
