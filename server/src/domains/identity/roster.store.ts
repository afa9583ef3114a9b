import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';

export interface ShiftRow {
  id: string;
  ward_id: string;
  staff_id: string;
  duty: 'nurse' | 'head-nurse' | 'doctor';
  starts_at: Date;
  ends_at: Date;
}

export interface AbsenceRow {
  id: string;
  staff_id: string;
  from_on: string;
  to_on: string;
  cover_staff_id: string | null;
}

/** Shifts of the ward that touch `[from, to)`, by start. */
export async function shiftsBetween(tx: Tx, wardId: string, from: Date, to: Date): Promise<ShiftRow[]> {
  return tx.rows(sql<ShiftRow>`
    select id, ward_id, staff_id, duty, starts_at, ends_at from identity.shift
    where hospital_id = ${tx.hospitalId} and ward_id = ${wardId} and ends_at > ${from} and starts_at < ${to} order by starts_at, id limit 1000`);
}

/** Shifts of the ward that cover the instant. */
export async function shiftsAt(tx: Tx, wardId: string, at: Date): Promise<ShiftRow[]> {
  return tx.rows(sql<ShiftRow>`
    select id, ward_id, staff_id, duty, starts_at, ends_at from identity.shift
    where hospital_id = ${tx.hospitalId} and ward_id = ${wardId} and ends_at > ${at} and starts_at <= ${at} order by duty, starts_at desc, id`);
}

/** Writes a shift; false where the id is that of a shift of another ward. */
export async function putShift(tx: Tx, shift: ShiftRow): Promise<boolean> {
  const written = await tx.count(sql`
    insert into identity.shift (hospital_id, id, ward_id, staff_id, duty, starts_at, ends_at)
    values (${tx.hospitalId}, ${shift.id}, ${shift.ward_id}, ${shift.staff_id}, ${shift.duty}, ${shift.starts_at}, ${shift.ends_at})
    on conflict (hospital_id, id) do update set staff_id = excluded.staff_id, duty = excluded.duty, starts_at = excluded.starts_at, ends_at = excluded.ends_at
    where identity.shift.ward_id = excluded.ward_id`);
  return written === 1;
}

export async function removeShift(tx: Tx, wardId: string, id: string): Promise<number> {
  return tx.count(
    sql`delete from identity.shift where hospital_id = ${tx.hospitalId} and ward_id = ${wardId} and id = ${id}`,
  );
}

export async function absencesOn(tx: Tx, staffIds: readonly string[], on: string): Promise<AbsenceRow[]> {
  return absencesBetween(tx, staffIds, on, on);
}

export async function absencesBetween(
  tx: Tx,
  staffIds: readonly string[],
  from: string,
  to: string,
): Promise<AbsenceRow[]> {
  return tx.rows(sql<AbsenceRow>`
    select id, staff_id, from_on, to_on, cover_staff_id from identity.absence
    where hospital_id = ${tx.hospitalId} and staff_id = any(${[...staffIds]}::uuid[]) and to_on >= ${from} and from_on <= ${to} order by from_on, id`);
}

/** Writes a leave; false where the id is that of a colleague's leave. */
export async function putAbsence(tx: Tx, absence: AbsenceRow): Promise<boolean> {
  const written = await tx.count(sql`
    insert into identity.absence (hospital_id, id, staff_id, from_on, to_on, cover_staff_id)
    values (${tx.hospitalId}, ${absence.id}, ${absence.staff_id}, ${absence.from_on}, ${absence.to_on}, ${absence.cover_staff_id})
    on conflict (hospital_id, id) do update set from_on = excluded.from_on, to_on = excluded.to_on, cover_staff_id = excluded.cover_staff_id
    where identity.absence.staff_id = excluded.staff_id`);
  return written === 1;
}
