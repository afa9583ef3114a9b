import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type {
  EncountersDiagnosisRow,
  EncountersDischargeMedicineRow,
  EncountersProcedureRow,
} from '../../kernel/db/tables.gen.ts';
import { newId } from '../../kernel/ids/index.ts';

export type Diagnosis = Pick<EncountersDiagnosisRow, 'code' | 'system' | 'text'> & {
  use: 'admission' | 'discharge' | 'working' | 'other';
};
export type Procedure = Pick<EncountersProcedureRow, 'code' | 'system' | 'text'> & { performedAt: Date | null };
export type Medicine = Pick<
  EncountersDischargeMedicineRow,
  'code' | 'system' | 'text' | 'dose' | 'route' | 'frequency'
> & { startsOn: string | null; endsOn: string | null };

/** What was found, done and prescribed, each in its rank. */
export interface Findings {
  readonly diagnoses: readonly Diagnosis[];
  readonly procedures: readonly Procedure[];
  readonly medicines: readonly Medicine[];
}

export async function findingsOf(tx: Tx, encounterId: string): Promise<Findings> {
  const diagnoses = await tx.rows(
    sql<Diagnosis>`
      select code, system, text, use from encounters.diagnosis
      where hospital_id = ${tx.hospitalId} and encounter_id = ${encounterId} order by rank, id`,
    'encounters-diagnoses',
  );
  const procedures = await tx.rows(
    sql<Procedure>`
      select code, system, text, performed_at as "performedAt" from encounters.procedure
      where hospital_id = ${tx.hospitalId} and encounter_id = ${encounterId} order by rank, id`,
    'encounters-procedures',
  );
  const medicines = await tx.rows(
    sql<Medicine>`
      select code, system, text, dose, route, frequency, starts_on as "startsOn", ends_on as "endsOn" from encounters.discharge_medicine
      where hospital_id = ${tx.hospitalId} and encounter_id = ${encounterId} order by rank, id`,
    'encounters-medicines',
  );
  return { diagnoses, procedures, medicines };
}

export async function replaceDiagnoses(tx: Tx, encounterId: string, list: readonly Diagnosis[]): Promise<void> {
  await tx.rows(
    sql`delete from encounters.diagnosis where hospital_id = ${tx.hospitalId} and encounter_id = ${encounterId}`,
  );
  if (list.length === 0) return;
  await tx.rows(sql`
    insert into encounters.diagnosis (hospital_id, id, encounter_id, code, system, text, use, rank)
    values ${sql.join(list.map((one, at) => sql`(${tx.hospitalId}, ${newId()}, ${encounterId}, ${one.code}, ${one.system}, ${one.text}, ${one.use}, ${at + 1})`))}`);
}

export async function replaceProcedures(tx: Tx, encounterId: string, list: readonly Procedure[]): Promise<void> {
  await tx.rows(
    sql`delete from encounters.procedure where hospital_id = ${tx.hospitalId} and encounter_id = ${encounterId}`,
  );
  if (list.length === 0) return;
  await tx.rows(sql`
    insert into encounters.procedure (hospital_id, id, encounter_id, code, system, text, performed_at, rank)
    values ${sql.join(list.map((one, at) => sql`(${tx.hospitalId}, ${newId()}, ${encounterId}, ${one.code}, ${one.system}, ${one.text}, ${one.performedAt}, ${at + 1})`))}`);
}

export async function replaceMedicines(tx: Tx, encounterId: string, list: readonly Medicine[]): Promise<void> {
  await tx.rows(
    sql`delete from encounters.discharge_medicine where hospital_id = ${tx.hospitalId} and encounter_id = ${encounterId}`,
  );
  if (list.length === 0) return;
  await tx.rows(sql`
    insert into encounters.discharge_medicine (hospital_id, id, encounter_id, code, system, text, dose, route, frequency, starts_on, ends_on, rank)
    values ${sql.join(list.map((one, at) => sql`(${tx.hospitalId}, ${newId()}, ${encounterId}, ${one.code}, ${one.system}, ${one.text}, ${one.dose}, ${one.route}, ${one.frequency}, ${one.startsOn}, ${one.endsOn}, ${at + 1})`))}`);
}

/** Codes of every diagnosis the patient ever had here, the stay's own included. */
export async function diagnosisCodesOf(tx: Tx, patientId: string): Promise<string[]> {
  const rows = await tx.rows(
    sql<{ code: string }>`
      select distinct d.code from encounters.diagnosis d
      join encounters.encounter e on e.hospital_id = d.hospital_id and e.id = d.encounter_id
      where d.hospital_id = ${tx.hospitalId} and e.patient_id = ${patientId} and e.status <> 'cancelled' and d.code is not null
      order by d.code`,
    'encounters-diagnosis-codes',
  );
  return rows.map((row) => row.code);
}
