import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { staffByIds } from '../identity/index.ts';
import { holdsOf, patientCards, preparednessOf } from '../patients/index.ts';
import type { EncounterRow } from './encounter.store.ts';
import type { Around } from './present.ts';
import { latestRisk } from './risk.store.ts';

/** Reads, once for all rows, what their presentation needs. */
export async function aroundOf(tx: Tx, scope: Scope, rows: readonly EncounterRow[]): Promise<Around> {
  const patients = rows.map((row) => row.patient_id);
  const staff = await staffByIds(
    tx,
    rows.flatMap((row) => row.attending_staff_id ?? []),
  );
  return {
    cards: await patientCards(tx, scope, patients),
    staff: new Map(staff.map((one) => [one.id as string, one.name])),
    holds: await holdsOf(tx, patients),
    prepared: await preparednessOf(tx, patients),
    risks: await latestRisk(
      tx,
      rows.map((row) => row.id),
    ),
  };
}
