import type { Tx } from '../../kernel/db/index.ts';
import { decisionsOf } from './consent.ts';
import { PURPOSES, type Purpose } from './consent-text.ts';
import { withPhone } from './contact.store.ts';
import { preparedRows } from './patient.store.ts';

/** What is known and asked before a patient leaves the ward. */
export interface Preparedness {
  readonly reach: boolean;
  readonly phone: boolean;
  /** Purposes nobody has asked about. */
  readonly consentsOpen: Purpose[];
}

/** Preparedness of these people, for the ward's list. */
export async function preparednessOf(tx: Tx, patientIds: readonly string[]): Promise<Map<string, Preparedness>> {
  if (patientIds.length === 0) return new Map();
  const prepared = new Set(await preparedRows(tx, patientIds));
  const phones = new Set(await withPhone(tx, patientIds));
  const decisions = await decisionsOf(tx, patientIds);
  return new Map(
    patientIds.map((id) => [
      id,
      {
        reach: prepared.has(id),
        phone: phones.has(id),
        consentsOpen: PURPOSES.filter((purpose) => !decisions.get(id)?.some((row) => row.purpose === purpose)),
      },
    ]),
  );
}
