import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { PatientsPatientRow } from '../../kernel/db/tables.gen.ts';

export type PatientRow = PatientsPatientRow;
export type Sex = 'male' | 'female' | 'other' | 'unknown';

/** A person's row, locked for this transaction; null where there is none. An alias is returned as it stands. */
export async function lockPatient(tx: Tx, id: string): Promise<PatientRow | null> {
  return tx.maybe(
    sql<PatientRow>`select * from patients.patient where hospital_id = ${tx.hospitalId} and id = ${id} for update`,
    'patients-lock',
  );
}

export async function patientRow(tx: Tx, id: string): Promise<PatientRow | null> {
  return tx.maybe(
    sql<PatientRow>`select * from patients.patient where hospital_id = ${tx.hospitalId} and id = ${id}`,
    'patients-row',
  );
}

/** The record that stands for this id, null where nobody has it. A merge keeps aliases one step deep, so one look is enough. */
export async function standsFor(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.maybe(
    sql<{
      id: string;
    }>`select coalesce(merged_into, id) as id from patients.patient where hospital_id = ${tx.hospitalId} and id = ${id}`,
    'patients-stands-for',
  );
  return row?.id ?? null;
}

/** Keeps the record from being merged until the transaction ends; the id it was merged into, or null. */
export async function holdStill(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.maybe(
    sql<{ merged_into: string | null }>`
      select merged_into from patients.patient where hospital_id = ${tx.hospitalId} and id = ${id} for key share`,
    'patients-hold-still',
  );
  return row?.merged_into ?? null;
}

export type CardRow = Pick<PatientRow, 'id' | 'name' | 'sex' | 'born_on' | 'form_of_address' | 'elder_mode'> & {
  asked_id: string;
};

/** What cards show, by the ids asked for; an alias shows the record that stands. */
export async function cardRows(tx: Tx, ids: readonly string[]): Promise<CardRow[]> {
  return tx.rows(
    sql<CardRow>`
      select a.id as asked_id, p.id, p.name, p.sex, p.born_on, p.form_of_address, p.elder_mode
      from patients.patient a join patients.patient p on p.hospital_id = a.hospital_id and p.id = coalesce(a.merged_into, a.id)
      where a.hospital_id = ${tx.hospitalId} and a.id = any(${[...ids]}::uuid[])`,
    'patients-cards',
  );
}

export async function insertPatient(
  tx: Tx,
  person: Pick<PatientRow, 'id' | 'name' | 'born_on' | 'provisional'> & { sex: Sex },
): Promise<void> {
  await tx.rows(
    sql`
      insert into patients.patient (hospital_id, id, name, sex, born_on, provisional, created_at)
      values (${tx.hospitalId}, ${person.id}, ${person.name}, ${person.sex}, ${person.born_on}, ${person.provisional}, ${tx.now})`,
    'patients-insert',
  );
}

/** Who the person is, as a feed or a colleague said. Leaves the version alone: no form of the console edits these. */
export async function updatePerson(
  tx: Tx,
  person: Pick<PatientRow, 'id' | 'name' | 'born_on' | 'provisional' | 'sex'>,
): Promise<void> {
  await tx.rows(sql`
    update patients.patient set name = ${person.name}, sex = ${person.sex}, born_on = ${person.born_on}, provisional = ${person.provisional}
    where hospital_id = ${tx.hospitalId} and id = ${person.id}`);
}

export type ReachRow = Pick<
  PatientRow,
  'form_of_address' | 'preferred_from' | 'preferred_to' | 'reach_channel' | 'reach_notes' | 'elder_mode'
>;

/** Writes the reach profile; false where the version is not the one that was read. */
export async function updateReach(tx: Tx, id: string, version: number, reach: ReachRow): Promise<boolean> {
  const rows = await tx.count(sql`
    update patients.patient set form_of_address = ${reach.form_of_address}, preferred_from = ${reach.preferred_from},
      preferred_to = ${reach.preferred_to}, reach_channel = ${reach.reach_channel}, reach_notes = ${reach.reach_notes},
      elder_mode = ${reach.elder_mode}, reach_prepared_at = ${tx.now}, version = version + 1
    where hospital_id = ${tx.hospitalId} and id = ${id} and version = ${version}`);
  return rows === 1;
}

/** True where the person was alive until now. */
export async function setDeceased(tx: Tx, id: string, at: Date, source: 'feed' | 'staff'): Promise<boolean> {
  const rows = await tx.count(sql`
    update patients.patient set deceased_at = ${at}, deceased_source = ${source}
    where hospital_id = ${tx.hospitalId} and id = ${id} and deceased_at is null`);
  return rows === 1;
}

/** True where this source had recorded a death. */
export async function clearDeceased(tx: Tx, id: string, source: 'feed' | 'staff'): Promise<boolean> {
  const rows = await tx.count(sql`
    update patients.patient set deceased_at = null, deceased_source = null
    where hospital_id = ${tx.hospitalId} and id = ${id} and deceased_source = ${source}`);
  return rows === 1;
}

export interface GateRow {
  alive: boolean;
  merged_into: string | null;
  hold: string | null;
}

/** May this person be contacted at all: alive, not an alias, and a hold that stands. */
export async function gateRow(tx: Tx, id: string): Promise<GateRow | null> {
  return tx.maybe(
    sql<GateRow>`
      select p.deceased_at is null as alive, p.merged_into,
        (select min(h.reason) from patients.hold h where h.hospital_id = ${tx.hospitalId} and h.patient_id = p.id and h.lifted_at is null) as hold
      from patients.patient p where p.hospital_id = ${tx.hospitalId} and p.id = ${id}`,
    'patients-gate',
  );
}

/** Of these people, those whose reach profile somebody has prepared. */
export async function preparedRows(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    select id from patients.patient
    where hospital_id = ${tx.hospitalId} and id = any(${[...ids]}::uuid[]) and reach_prepared_at is not null`);
  return rows.map((row) => row.id);
}
