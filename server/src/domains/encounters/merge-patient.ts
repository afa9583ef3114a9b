import type { Tx } from '../../kernel/db/index.ts';
import { moveStays } from './encounter.store.ts';

/** Moves the stays of a record that became an alias. Safe to run again: then there is nothing left to move. */
export async function mergePatient(tx: Tx, from: string, into: string): Promise<void> {
  for (const wardId of new Set(await moveStays(tx, from, into))) if (wardId) tx.hint(`ward:${wardId}`, 'patient', into);
}
