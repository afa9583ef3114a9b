import { createHash } from 'node:crypto';
import { wallNow } from '../clock/wall.ts';
import type { Tx } from '../db/index.ts';
import { sql } from '../db/index.ts';
import { idFloor } from '../ids/index.ts';
import type { AuditRow } from './store.ts';

interface Seal {
  minute: Date;
  first_id: string;
  last_id: string;
  rows: number;
  hash: Buffer;
  previous_hash: Buffer | null;
}

/** A minute is sealed when it has been over for this long: transactions that began in it have ended by then (60 s limit). */
const SETTLE_MS = 120_000;
const MINUTE_MS = 60_000;

/**
 * Chains the closed minutes that have audit rows and no seal yet: hash(previous seal, the minute's rows in order). Returns how
 * many minutes were sealed. Two sealers at once are harmless: the minute is the key.
 */
export async function sealAudit(tx: Tx): Promise<number> {
  const last = await tx.maybe(
    sql<Seal>`select * from kernel.audit_seal where hospital_id = ${tx.hospitalId} order by minute desc limit 1`,
  );
  const from = last ? new Date(last.minute.getTime() + MINUTE_MS) : new Date(0);
  const until = new Date(Math.floor((wallNow().getTime() - SETTLE_MS) / MINUTE_MS) * MINUTE_MS);
  if (until <= from) return 0;
  const rows = await readById(tx, from, until);
  let previous = last?.hash ?? null;
  let sealed = 0;
  for (const [minute, group] of byMinute(rows)) {
    const hash = hashOf(previous, group);
    await tx.rows(sql`
      insert into kernel.audit_seal (hospital_id, minute, first_id, last_id, rows, hash, previous_hash, sealed_at)
      values (${tx.hospitalId}, ${new Date(minute)}, ${group[0]?.id}, ${group.at(-1)?.id}, ${group.length}, ${hash}, ${previous}, ${wallNow()})`);
    previous = hash;
    sealed += 1;
  }
  return sealed;
}

/** Recomputes the chain. `broken` names the minutes whose rows are not those that were sealed. */
export async function verifyAudit(tx: Tx): Promise<{ minutes: number; broken: Date[] }> {
  const seals = await tx.rows(
    sql<Seal>`select * from kernel.audit_seal where hospital_id = ${tx.hospitalId} order by minute`,
  );
  const broken: Date[] = [];
  let previous: Buffer | null = null;
  for (const seal of seals) {
    const rows = await readById(tx, seal.minute, new Date(seal.minute.getTime() + MINUTE_MS));
    const chained = previous === null ? seal.previous_hash === null : seal.previous_hash?.equals(previous) === true;
    if (!chained || !hashOf(seal.previous_hash, rows).equals(seal.hash)) broken.push(seal.minute);
    previous = seal.hash;
  }
  return { minutes: seals.length, broken };
}

/** Rows are grouped by the wall time in their id, which cannot be changed without changing the key. */
function readById(tx: Tx, from: Date, until: Date): Promise<AuditRow[]> {
  return tx.rows(sql<AuditRow>`
    select id, recorded_at, occurred_at, actor_kind, actor_id, action, subject_kind, subject_id, patient_id, detail
    from kernel.audit where hospital_id = ${tx.hospitalId} and id >= ${idFloor(from)} and id < ${idFloor(until)} order by id`);
}

function byMinute(rows: readonly AuditRow[]): Map<number, AuditRow[]> {
  const groups = new Map<number, AuditRow[]>();
  for (const row of rows) {
    const ms = Number.parseInt(row.id.replaceAll('-', '').slice(0, 12), 16);
    const minute = Math.floor(ms / MINUTE_MS) * MINUTE_MS;
    const group = groups.get(minute);
    if (group) group.push(row);
    else groups.set(minute, [row]);
  }
  return groups;
}

function hashOf(previous: Buffer | null, rows: readonly AuditRow[]): Buffer {
  const hash = createHash('sha256').update(previous ?? Buffer.alloc(0));
  for (const row of rows) {
    hash.update(
      JSON.stringify([
        row.id,
        row.recorded_at,
        row.occurred_at,
        row.actor_kind,
        row.actor_id,
        row.action,
        row.subject_kind,
        row.subject_id,
        row.patient_id,
        Object.entries(row.detail).sort(([a], [b]) => (a < b ? -1 : 1)),
      ]),
    );
  }
  return hash.digest();
}
