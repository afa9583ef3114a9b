import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { PatientsHoldRow } from '../../kernel/db/tables.gen.ts';

export type HoldRow = Omit<PatientsHoldRow, 'hospital_id' | 'lifted_by' | 'lifted_at'>;

/** Adds a hold; false where its id is there already. */
export async function insertHold(tx: Tx, hold: HoldRow): Promise<boolean> {
  const rows = await tx.count(sql`
    insert into patients.hold (hospital_id, id, patient_id, encounter_id, reason, set_by, set_at)
    values (${tx.hospitalId}, ${hold.id}, ${hold.patient_id}, ${hold.encounter_id}, ${hold.reason}, ${hold.set_by}, ${hold.set_at})
    on conflict (hospital_id, id) do nothing`);
  return rows === 1;
}

/** True where the hold of this id was set for this patient. */
export async function isHoldOf(tx: Tx, patientId: string, holdId: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from patients.hold where hospital_id = ${tx.hospitalId} and id = ${holdId} and patient_id = ${patientId}`);
  return rows.length > 0;
}

/** Lifts a hold of this patient that stands; null where there is none. */
export async function liftHoldRow(
  tx: Tx,
  patientId: string,
  holdId: string,
  by: string,
): Promise<{ reason: string } | null> {
  return tx.maybe(sql<{ reason: string }>`
    update patients.hold set lifted_by = ${by}, lifted_at = ${tx.now}
    where hospital_id = ${tx.hospitalId} and id = ${holdId} and patient_id = ${patientId} and lifted_at is null returning reason`);
}

/** Holds that stand, of these people, oldest first. */
export async function holdRows(tx: Tx, patientIds: readonly string[]): Promise<HoldRow[]> {
  if (patientIds.length === 0) return [];
  return tx.rows(sql<HoldRow>`
    select id, patient_id, encounter_id, reason, set_by, set_at from patients.hold
    where hospital_id = ${tx.hospitalId} and patient_id = any(${[...patientIds]}::uuid[]) and lifted_at is null order by set_at, id`);
}
