import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { StaffId } from '../../kernel/ids/index.ts';

export interface CredentialRow {
  hash: string;
  failed: number;
  locked_until: Date | null;
}

export async function credentialOf(tx: Tx, staffId: string, kind: 'password' | 'pin'): Promise<CredentialRow | null> {
  return tx.maybe(sql<CredentialRow>`
    select hash, failed, locked_until from identity.credential
    where hospital_id = ${tx.hospitalId} and staff_id = ${staffId} and kind = ${kind} for update`);
}

export async function putCredential(
  tx: Tx,
  staffId: string,
  kind: 'password' | 'pin',
  hash: string,
  at: Date,
): Promise<void> {
  await tx.rows(sql`
    insert into identity.credential (hospital_id, staff_id, kind, hash, changed_at) values (${tx.hospitalId}, ${staffId}, ${kind}, ${hash}, ${at})
    on conflict (hospital_id, staff_id, kind) do update set hash = excluded.hash, changed_at = excluded.changed_at, failed = 0, locked_until = null`);
}

/** Notes the outcome of a try; `lockedUntil` null clears the lock. */
export async function noteTry(
  tx: Tx,
  staffId: string,
  kind: 'password' | 'pin',
  failed: number,
  lockedUntil: Date | null,
): Promise<void> {
  await tx.rows(sql`
    update identity.credential set failed = ${failed}, locked_until = ${lockedUntil}
    where hospital_id = ${tx.hospitalId} and staff_id = ${staffId} and kind = ${kind}`);
}

export interface SessionRow {
  id: string;
  staff_id: StaffId;
  workstation_id: string;
  seen_at: Date;
  expires_at: Date;
  locked_at: Date | null;
}

export async function sessionBySecret(tx: Tx, secretHash: Buffer): Promise<SessionRow | null> {
  return tx.maybe(
    sql<SessionRow>`
      select s.id, s.staff_id, s.workstation_id, s.seen_at, s.expires_at, s.locked_at
      from identity.session s join identity.staff p on p.hospital_id = s.hospital_id and p.id = s.staff_id
      where s.hospital_id = ${tx.hospitalId} and s.secret_hash = ${secretHash} and s.ended_at is null and p.active`,
    'identity-session',
  );
}

export async function insertSession(
  tx: Tx,
  session: Omit<SessionRow, 'locked_at'> & { secret_hash: Buffer },
): Promise<void> {
  await tx.rows(sql`
    insert into identity.session (hospital_id, id, secret_hash, staff_id, workstation_id, created_at, seen_at, expires_at)
    values (${tx.hospitalId}, ${session.id}, ${session.secret_hash}, ${session.staff_id}, ${session.workstation_id}, ${session.seen_at}, ${session.seen_at}, ${session.expires_at})`);
}

export async function touchSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.rows(sql`update identity.session set seen_at = ${at} where hospital_id = ${tx.hospitalId} and id = ${id}`);
}

export async function lockSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.rows(
    sql`update identity.session set locked_at = ${at} where hospital_id = ${tx.hospitalId} and id = ${id} and locked_at is null`,
  );
}

export async function endSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.rows(
    sql`update identity.session set ended_at = ${at} where hospital_id = ${tx.hospitalId} and id = ${id} and ended_at is null`,
  );
}

/** The sessions open on a workstation; a change of user ends them. */
export async function endWorkstationSessions(tx: Tx, workstationId: string, at: Date): Promise<string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    update identity.session set ended_at = ${at} where hospital_id = ${tx.hospitalId} and workstation_id = ${workstationId} and ended_at is null returning id`);
  return rows.map((row) => row.id);
}

export async function workstationBySecret(
  tx: Tx,
  secretHash: Buffer,
): Promise<{ id: string; trusted_until: Date } | null> {
  return tx.maybe(sql<{ id: string; trusted_until: Date }>`
    select id, trusted_until from identity.workstation where hospital_id = ${tx.hospitalId} and secret_hash = ${secretHash}`);
}

export async function putWorkstation(
  tx: Tx,
  id: string,
  secretHash: Buffer,
  trustedUntil: Date,
  at: Date,
): Promise<void> {
  await tx.rows(sql`
    insert into identity.workstation (hospital_id, id, secret_hash, trusted_until, created_at)
    values (${tx.hospitalId}, ${id}, ${secretHash}, ${trustedUntil}, ${at})
    on conflict (hospital_id, id) do update set trusted_until = excluded.trusted_until, failed_pins = 0`);
}

/** Counts a wrong PIN on a workstation; from the `most`th on it is no longer trusted. */
export async function noteWrongPin(tx: Tx, secretHash: Buffer, most: number, at: Date): Promise<void> {
  await tx.rows(sql`
    update identity.workstation set failed_pins = failed_pins + 1,
      trusted_until = case when failed_pins + 1 >= ${most}::int then ${at}::timestamptz else trusted_until end
    where hospital_id = ${tx.hospitalId} and secret_hash = ${secretHash}`);
}
