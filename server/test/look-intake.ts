import { sql, type Tx } from '../src/kernel/db/index.ts';

/** What tests of the mouths look at in the database; nothing is written but a foreign hospital's message. */
export interface LookedMessage {
  id: string;
  state: string;
  version: number;
  problem_code: string | null;
  problem_path: string | null;
  patient_id: string | null;
  encounter_id: string | null;
}

/** Every message of the hospital, oldest first. */
export const messagesIn = (tx: Tx) =>
  tx.rows(sql<LookedMessage>`
    select id, state, version, problem_code, problem_path, patient_id, encounter_id from intake.raw_message
    where hospital_id = ${tx.hospitalId} order by received_at, id`);

export interface LookedStay {
  id: string;
  status: string;
  class: string;
  patient_id: string;
  ward_id: string | null;
  bed: string | null;
  admitted_at: Date | null;
  discharged_at: Date | null;
  disposition: string | null;
  surgery_at: Date | null;
  attending_staff_id: string | null;
  reason: string | null;
}

/** The stay of a visit number; throws where there are several. */
export const stayOf = (tx: Tx, visitNo: string) =>
  tx.maybe(sql<LookedStay>`
    select id, status, class, patient_id, ward_id, bed, admitted_at, discharged_at, disposition, surgery_at, attending_staff_id, reason
    from encounters.encounter where hospital_id = ${tx.hospitalId} and visit_no = ${visitNo}`);

export const medicinesOfStay = (tx: Tx, encounterId: string) =>
  tx.rows(sql<{ text: string }>`
    select text, dose, route, frequency, starts_on, ends_on from encounters.discharge_medicine
    where hospital_id = ${tx.hospitalId} and encounter_id = ${encounterId} order by rank`);

export const deceasedAt = async (tx: Tx, patientId: string) =>
  (
    await tx.one(sql<{ deceased_at: Date | null }>`
      select deceased_at from patients.patient where hospital_id = ${tx.hospitalId} and id = ${patientId}`)
  ).deceased_at;

export const countRows = async (tx: Tx, table: 'patients.patient' | 'kernel.outbox') =>
  Number(
    (
      await tx.one(
        sql<{ n: bigint }>`select count(*) as n from ${sql.table(table)} where hospital_id = ${tx.hospitalId}`,
      )
    ).n,
  );

export const gateIn = async (tx: Tx) =>
  (await tx.maybe(sql<{ state: string }>`select state from channels.gate where hospital_id = ${tx.hospitalId}`))
    ?.state ?? 'open';

/** What was done to messages, oldest first. */
export const messageActions = (tx: Tx) =>
  tx.rows(sql<{ action: string }>`
    select action from kernel.audit where hospital_id = ${tx.hospitalId} and subject_kind = 'raw-message' order by id`);
