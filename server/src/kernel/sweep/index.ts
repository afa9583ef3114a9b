import type { Database, Tx } from '../db/index.ts';
import { sql } from '../db/index.ts';
import type { HospitalId } from '../ids/index.ts';
import { emit } from '../outbox/index.ts';

/**
 * A table whose rows must be looked at when their time comes. The convention: a column `wake_at timestamptz` holds the next
 * instant of hospital time at which the row needs a look, null when it needs none. The sweep clears it and emits `event`
 * with `{ id }` on the row's lane, in one transaction; the domain's handler re-checks the row and acts, with the outbox's
 * retries. A row is thus woken once for each time its `wake_at` was set.
 */
export interface DueTable {
  /** `<schema>.<table>`. */
  readonly table: string;
  readonly event: string;
  /** Column that gives the lane: the patient where there is one. */
  readonly lane: string;
}

const BATCH = 500;

/** Wakes the rows of one hospital that are due at `tx.now`; returns how many. */
export async function wakeDue(tx: Tx, due: DueTable): Promise<number> {
  const table = sql.table(due.table);
  const rows = await tx.rows(sql<{ id: string; lane: string }>`
    update ${table} set wake_at = null
    where hospital_id = ${tx.hospitalId} and id in (
      select id from ${table} where hospital_id = ${tx.hospitalId} and wake_at <= ${tx.now}
      order by wake_at limit ${BATCH} for update skip locked)
    returning id, ${sql.ref(due.lane)} as lane`);
  await emit(tx, ...rows.map((row) => ({ type: due.event, lane: row.lane, payload: { id: row.id } })));
  return rows.length;
}

/** The next instant at which something of this hospital is due, over all due tables; null when nothing is. */
export async function nextDue(tx: Tx, dues: readonly DueTable[]): Promise<Date | null> {
  if (dues.length === 0) return null;
  const parts = dues.map(
    (due) =>
      sql`(select min(wake_at) as at from ${sql.table(due.table)} where hospital_id = ${tx.hospitalId} and wake_at is not null)`,
  );
  const row = await tx.one(
    sql<{ at: Date | null }>`select min(at) as at from (${sql.join(parts, sql` union all `)}) due`,
  );
  return row.at;
}

/**
 * Hospitals in which a row of the table is due on their own clock; asked as the sweeper. The range of the index on `wake_at` ends
 * at the furthest clock (the wall, unless a demo runs ahead), so that rows of later days are not read.
 */
export async function hospitalsDue(db: Database, due: DueTable, wall: Date): Promise<HospitalId[]> {
  const clocks = await db.sweep(
    sql<{ hospital_id: HospitalId; offset_ms: bigint }>`select hospital_id, offset_ms from kernel.hospital_clock`,
  );
  const offsets = new Map(clocks.map((clock) => [clock.hospital_id, Number(clock.offset_ms)]));
  const furthest = new Date(wall.getTime() + Math.max(0, ...offsets.values()));
  const rows = await db.sweep(sql<{ hospital_id: HospitalId; at: Date }>`
    select hospital_id, min(wake_at) as at from ${sql.table(due.table)} where wake_at <= ${furthest} group by hospital_id`);
  return rows
    .filter((row) => row.at.getTime() <= wall.getTime() + (offsets.get(row.hospital_id) ?? 0))
    .map((row) => row.hospital_id);
}

/** Sweeps every due table of one hospital until nothing is due at its present time; returns how many rows were woken. */
export async function sweepHospital(db: Database, hospitalId: HospitalId, dues: readonly DueTable[]): Promise<number> {
  let woken = 0;
  for (const due of dues) {
    for (;;) {
      const rows = await db.tenant(hospitalId, (tx) => wakeDue(tx, due));
      woken += rows;
      if (rows < BATCH) break;
    }
  }
  return woken;
}
