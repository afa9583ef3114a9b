import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { EncountersEncounterRow } from '../../kernel/db/tables.gen.ts';

export type EncounterRow = EncountersEncounterRow;

/** A stay by its id, for the house itself; people's requests go through `openEncounter`. */
export async function encounterById(tx: Tx, id: string): Promise<EncounterRow | null> {
  return tx.maybe(
    sql<EncounterRow>`select * from encounters.encounter where hospital_id = ${tx.hospitalId} and id = ${id}`,
    'encounters-by-id',
  );
}

/** The stay that carries the number now, for the house itself. */
export async function visitByNo(tx: Tx, visitNo: string): Promise<EncounterRow | null> {
  return tx.maybe(
    sql<EncounterRow>`
      select * from encounters.encounter where hospital_id = ${tx.hospitalId} and visit_no = ${visitNo}
      order by visit_round desc limit 1`,
    'encounters-visit-by-no',
  );
}

/** The stay that carries the number now, locked. */
export async function lockVisit(tx: Tx, visitNo: string): Promise<EncounterRow | null> {
  return tx.maybe(
    sql<EncounterRow>`
      select * from encounters.encounter where hospital_id = ${tx.hospitalId} and visit_no = ${visitNo}
      order by visit_round desc limit 1 for update`,
    'encounters-lock-visit',
  );
}

/** Stays of a patient that may be the one a message without a number, or a colleague, means; newest first, locked. */
export async function lockStaysOf(tx: Tx, patientId: string): Promise<EncounterRow[]> {
  return tx.rows(
    sql<EncounterRow>`
      select * from encounters.encounter where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} and status <> 'cancelled'
      order by coalesce(discharged_at, admitted_at, created_at) desc, id desc limit 20 for update`,
    'encounters-lock-stays',
  );
}

/** Adds a stay; false where its number or id is taken. */
export async function insertEncounter(tx: Tx, row: Omit<EncounterRow, 'hospital_id' | 'version'>): Promise<boolean> {
  const rows = await tx.count(
    sql`
      insert into encounters.encounter (hospital_id, id, patient_id, visit_no, visit_round, class, status, ward_id, bed, admitted_at,
        expected_discharge_on, discharged_at, disposition, disposition_code, urgent_admission, attending_staff_id, nurse_staff_id,
        reason, surgery_at, source, source_at, status_source_at, card_given_at, join_code, created_at)
      values (${tx.hospitalId}, ${row.id}, ${row.patient_id}, ${row.visit_no}, ${row.visit_round}, ${row.class}, ${row.status},
        ${row.ward_id}, ${row.bed}, ${row.admitted_at}, ${row.expected_discharge_on}, ${row.discharged_at}, ${row.disposition},
        ${row.disposition_code}, ${row.urgent_admission}, ${row.attending_staff_id}, ${row.nurse_staff_id}, ${row.reason},
        ${row.surgery_at}, ${row.source}, ${row.source_at}, ${row.status_source_at}, ${row.card_given_at}, ${row.join_code}, ${row.created_at})
      on conflict do nothing`,
    'encounters-insert',
  );
  return rows === 1;
}

/** Writes what a message or a colleague changed. */
export async function updateEncounter(tx: Tx, row: EncounterRow): Promise<void> {
  await tx.rows(
    sql`
      update encounters.encounter set patient_id = ${row.patient_id}, visit_no = ${row.visit_no}, class = ${row.class},
        status = ${row.status}, ward_id = ${row.ward_id}, bed = ${row.bed}, admitted_at = ${row.admitted_at},
        expected_discharge_on = ${row.expected_discharge_on}, discharged_at = ${row.discharged_at}, disposition = ${row.disposition},
        disposition_code = ${row.disposition_code}, urgent_admission = ${row.urgent_admission},
        attending_staff_id = ${row.attending_staff_id}, nurse_staff_id = ${row.nurse_staff_id}, reason = ${row.reason},
        surgery_at = ${row.surgery_at}, source = ${row.source}, source_at = ${row.source_at},
        status_source_at = ${row.status_source_at}, version = version + 1
      where hospital_id = ${tx.hospitalId} and id = ${row.id}`,
    'encounters-update',
  );
}

/** False while any inpatient, day-surgery or maternity stay of the patient is in progress. */
export async function isAtHome(tx: Tx, patientId: string): Promise<boolean> {
  const row = await tx.one(
    sql<{ at_home: boolean }>`
      select not exists (select 1 from encounters.encounter where hospital_id = ${tx.hospitalId} and patient_id = ${patientId}
        and status = 'in-progress' and class in ('inpatient', 'day-surgery', 'maternity')) as at_home`,
    'encounters-at-home',
  );
  return row.at_home;
}

/** Marks what was prepared; false where the version is not the one that was read. */
export async function updatePreparation(
  tx: Tx,
  row: Pick<EncounterRow, 'id' | 'card_given_at' | 'expected_discharge_on' | 'version'>,
): Promise<boolean> {
  const rows = await tx.count(sql`
    update encounters.encounter set card_given_at = ${row.card_given_at}, expected_discharge_on = ${row.expected_discharge_on}, version = version + 1
    where hospital_id = ${tx.hospitalId} and id = ${row.id} and version = ${row.version}`);
  return rows === 1;
}

/** Moves the stays of a record that became an alias; returns the wards they were on. */
export async function moveStays(tx: Tx, from: string, into: string): Promise<(string | null)[]> {
  const rows = await tx.rows(sql<{ ward_id: string | null }>`
    update encounters.encounter set patient_id = ${into}, version = version + 1
    where hospital_id = ${tx.hospitalId} and patient_id = ${from} returning ward_id`);
  return rows.map((row) => row.ward_id);
}

/** Stays of a patient, newest first. */
export async function staysOf(tx: Tx, patientId: string): Promise<EncounterRow[]> {
  return tx.rows(sql<EncounterRow>`
    select * from encounters.encounter where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} and status <> 'cancelled'
    order by coalesce(admitted_at, discharged_at, created_at) desc, id desc limit 20`);
}

/** Wards the patient was or is on, whatever became of the stay. */
export async function wardsOf(tx: Tx, patientId: string): Promise<string[]> {
  const rows = await tx.rows(
    sql<{ ward_id: string }>`
      select distinct ward_id from encounters.encounter
      where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} and ward_id is not null`,
    'encounters-wards-of',
  );
  return rows.map((row) => row.ward_id);
}
