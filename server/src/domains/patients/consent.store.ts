import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { PatientsConsentRow } from '../../kernel/db/tables.gen.ts';
import type { Purpose } from './consent-text.ts';

export type ConsentState = 'granted' | 'refused' | 'withdrawn';
export type ConsentRow = Omit<PatientsConsentRow, 'hospital_id' | 'purpose' | 'state'> & {
  purpose: Purpose;
  state: ConsentState;
};

/** The newest decision of each purpose, of these people. */
export async function latestConsents(tx: Tx, patientIds: readonly string[]): Promise<ConsentRow[]> {
  if (patientIds.length === 0) return [];
  return tx.rows(sql<ConsentRow>`
    select distinct on (patient_id, purpose) id, patient_id, purpose, state, text_version, method, given_by, given_by_name,
      witness_staff_id, encounter_id, decided_at
    from patients.consent where hospital_id = ${tx.hospitalId} and patient_id = any(${[...patientIds]}::uuid[])
    order by patient_id, purpose, decided_at desc, id desc`);
}

export async function latestConsent(tx: Tx, patientId: string, purpose: string): Promise<ConsentState | null> {
  const row = await tx.maybe(
    sql<{ state: ConsentState }>`
      select state from patients.consent where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} and purpose = ${purpose}
      order by decided_at desc, id desc limit 1`,
    'patients-latest-consent',
  );
  return row?.state ?? null;
}

/** Appends a decision; false where its id is there already. Decisions are never changed or removed. */
export async function insertConsent(tx: Tx, consent: ConsentRow): Promise<boolean> {
  const rows = await tx.count(sql`
    insert into patients.consent (hospital_id, id, patient_id, purpose, state, text_version, method, given_by, given_by_name,
      witness_staff_id, encounter_id, decided_at)
    values (${tx.hospitalId}, ${consent.id}, ${consent.patient_id}, ${consent.purpose}, ${consent.state}, ${consent.text_version},
      ${consent.method}, ${consent.given_by}, ${consent.given_by_name}, ${consent.witness_staff_id}, ${consent.encounter_id}, ${consent.decided_at})
    on conflict (hospital_id, id) do nothing`);
  return rows === 1;
}

/** True where the decision of this id is this patient's. */
export async function isConsentOf(tx: Tx, patientId: string, consentId: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from patients.consent where hospital_id = ${tx.hospitalId} and id = ${consentId} and patient_id = ${patientId}`);
  return rows.length > 0;
}
