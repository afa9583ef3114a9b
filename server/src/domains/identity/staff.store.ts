import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { StaffId, WardId } from '../../kernel/ids/index.ts';

export interface StaffRow {
  id: StaffId;
  staff_no: string;
  name: string;
  title: string | null;
  active: boolean;
}

export interface RoleRow {
  staff_id: StaffId;
  role: string;
  ward_id: WardId | null;
}

export interface WardRow {
  id: WardId;
  code: string;
  name: string;
  specialty: string;
  phone: string | null;
}

/** The active staff member of a number; null where there is none. */
export async function staffByNo(tx: Tx, staffNo: string): Promise<StaffRow | null> {
  return tx.maybe(sql<StaffRow>`
    select id, staff_no, name, title, active from identity.staff where hospital_id = ${tx.hospitalId} and staff_no = ${staffNo} and active`);
}

/** Staff by their ids, in no order. */
export async function staffByIds(tx: Tx, ids: readonly string[]): Promise<StaffRow[]> {
  if (ids.length === 0) return [];
  return tx.rows(sql<StaffRow>`
    select id, staff_no, name, title, active from identity.staff where hospital_id = ${tx.hospitalId} and id = any(${[...ids]}::uuid[])`);
}

export async function rolesOf(tx: Tx, staffId: string): Promise<RoleRow[]> {
  return tx.rows(
    sql<RoleRow>`select staff_id, role, ward_id from identity.staff_role where hospital_id = ${tx.hospitalId} and staff_id = ${staffId}`,
    'identity-roles-of',
  );
}

/** Active staff with a role on the ward, or on the whole hospital when `hospitalWide`. */
export async function staffOfWard(tx: Tx, wardId: string): Promise<(StaffRow & { roles: string[] })[]> {
  return tx.rows(sql<StaffRow & { roles: string[] }>`
    select s.id, s.staff_no, s.name, s.title, s.active, array_agg(r.role order by r.role) as roles
    from identity.staff s join identity.staff_role r on r.hospital_id = s.hospital_id and r.staff_id = s.id
    where s.hospital_id = ${tx.hospitalId} and r.ward_id = ${wardId} and s.active
    group by s.id, s.staff_no, s.name, s.title, s.active order by s.staff_no`);
}

export async function listWards(tx: Tx): Promise<WardRow[]> {
  return tx.rows(
    sql<WardRow>`select id, code, name, specialty, phone from identity.ward where hospital_id = ${tx.hospitalId} order by code`,
  );
}

export async function wardById(tx: Tx, id: string): Promise<WardRow | null> {
  return tx.maybe(
    sql<WardRow>`select id, code, name, specialty, phone from identity.ward where hospital_id = ${tx.hospitalId} and id = ${id}`,
  );
}

export async function wardByCode(tx: Tx, code: string): Promise<WardRow | null> {
  return tx.maybe(
    sql<WardRow>`select id, code, name, specialty, phone from identity.ward where hospital_id = ${tx.hospitalId} and code = ${code}`,
  );
}

export async function insertWard(tx: Tx, ward: WardRow): Promise<void> {
  await tx.rows(sql`
    insert into identity.ward (hospital_id, id, code, name, specialty, phone)
    values (${tx.hospitalId}, ${ward.id}, ${ward.code}, ${ward.name}, ${ward.specialty}, ${ward.phone}) on conflict do nothing`);
}

export async function insertStaff(tx: Tx, staff: Omit<StaffRow, 'active'>): Promise<void> {
  await tx.rows(sql`
    insert into identity.staff (hospital_id, id, staff_no, name, title, created_at)
    values (${tx.hospitalId}, ${staff.id}, ${staff.staff_no}, ${staff.name}, ${staff.title}, ${tx.now}) on conflict do nothing`);
}

export async function insertRole(tx: Tx, id: string, role: RoleRow): Promise<void> {
  await tx.rows(sql`
    insert into identity.staff_role (hospital_id, id, staff_id, role, ward_id)
    values (${tx.hospitalId}, ${id}, ${role.staff_id}, ${role.role}, ${role.ward_id}) on conflict do nothing`);
}
