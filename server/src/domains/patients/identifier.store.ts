import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { PatientsIdentifierRow } from '../../kernel/db/tables.gen.ts';

export type IdentifierRow = Pick<PatientsIdentifierRow, 'system' | 'value' | 'type' | 'patient_id'>;
export type IdentifierType = 'medical-record' | 'national-id' | 'insurance' | 'other';

/** Whose these identifiers are; aliases are followed. */
export async function ownersOf(
  tx: Tx,
  identifiers: readonly { system: string; value: string }[],
): Promise<IdentifierRow[]> {
  if (identifiers.length === 0) return [];
  return tx.rows(
    sql<IdentifierRow>`
      select i.system, i.value, i.type, coalesce(p.merged_into, p.id) as patient_id
      from unnest(${identifiers.map((one) => one.system)}::text[], ${identifiers.map((one) => one.value)}::text[]) as asked (system, value)
      join patients.identifier i on i.hospital_id = ${tx.hospitalId} and i.system = asked.system and i.value = asked.value
      join patients.patient p on p.hospital_id = i.hospital_id and p.id = i.patient_id
      where i.hospital_id = ${tx.hospitalId} and i.retired_at is null`,
    'patients-owners',
  );
}

export async function identifiersOf(tx: Tx, patientIds: readonly string[]): Promise<IdentifierRow[]> {
  if (patientIds.length === 0) return [];
  return tx.rows(sql<IdentifierRow>`
    select system, value, type, patient_id from patients.identifier
    where hospital_id = ${tx.hospitalId} and patient_id = any(${[...patientIds]}::uuid[]) and retired_at is null order by type, system, value`);
}

/** Adds identifiers; returns how many were free. */
export async function insertIdentifiers(tx: Tx, identifiers: readonly IdentifierRow[]): Promise<number> {
  if (identifiers.length === 0) return 0;
  return tx.count(sql`
    insert into patients.identifier (hospital_id, system, value, patient_id, type)
    values ${sql.join(identifiers.map((one) => sql`(${tx.hospitalId}, ${one.system}, ${one.value}, ${one.patient_id}, ${one.type})`))}
    on conflict (hospital_id, system, value) do nothing`);
}
