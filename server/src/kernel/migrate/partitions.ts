import type pg from 'pg';
import { idFloor } from '../ids/index.ts';

/** Tables partitioned by UUIDv7 range, a month each; and readings by their own time. `months` is how many are made ahead. */
const BY_ID = ['kernel.outbox', 'kernel.delivery', 'kernel.audit'] as const;
const BY_TIME = ['monitoring.reading'] as const;
const MONTHS_AHEAD = 3;

/**
 * Makes the partitions of this month and three more, counted from the furthest clock. A month whose rows already lie in the
 * default partition is left to it: moving rows is a migration's work.
 */
export async function makePartitions(client: pg.Client, wall: Date): Promise<void> {
  const { rows } = await client.query<{ ahead: bigint | null }>(
    'select max(offset_ms) as ahead from kernel.hospital_clock',
  );
  const furthest = new Date(wall.getTime() + Number(rows[0]?.ahead ?? 0n));
  for (const month of monthsFrom(wall, MONTHS_AHEAD))
    for (const table of BY_ID) await makeMonth(client, table, month, idFloor);
  for (const month of monthsFrom(wall, MONTHS_AHEAD, furthest)) {
    for (const table of BY_TIME) await makeMonth(client, table, month, (at) => at.toISOString());
  }
}

async function makeMonth(client: pg.Client, table: string, month: Date, bound: (at: Date) => string): Promise<void> {
  const { rows } = await client.query<{ here: string | null }>('select to_regclass($1) as here', [table]);
  if (!rows[0]?.here) return;
  const name = `${table}_${month.getUTCFullYear()}${String(month.getUTCMonth() + 1).padStart(2, '0')}`;
  const next = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
  // 23514: the default partition holds rows of this month already. 42P07: it exists.
  await client
    .query(
      `create table if not exists ${name} partition of ${table} for values from ('${bound(month)}') to ('${bound(next)}')`,
    )
    .catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && (error.code === '23514' || error.code === '42P07')))
        throw error;
    });
}

function monthsFrom(wall: Date, ahead: number, furthest: Date = wall): Date[] {
  const months: Date[] = [];
  const end = Date.UTC(furthest.getUTCFullYear(), furthest.getUTCMonth() + ahead, 1);
  for (let at = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), 1); at <= end; ) {
    const month = new Date(at);
    months.push(month);
    at = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1);
  }
  return months;
}

const KEEP_DAYS = 30;

/**
 * Drops partitions of the outbox and its deliveries that ended more than 30 days ago, when everything in them is done. A
 * waiting or parked delivery keeps its month. The partitions are asked directly: row-level security stands on their parent only.
 */
export async function purgeOutbox(client: pg.Client, wall: Date): Promise<void> {
  const limit = new Date(wall.getTime() - KEEP_DAYS * 86_400_000);
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'kernel.delivery'::regclass and c.relname ~ '^delivery_[0-9]{6}$'`,
  );
  for (const { name } of rows) {
    const month = name.slice(-6);
    const ends = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(4)), 1));
    if (ends > limit) continue;
    const open = await client.query(`select 1 from kernel.${name} where state <> 'done' limit 1`);
    if (open.rows.length > 0) continue;
    await client.query(`drop table kernel.${name}`);
    await client.query(`drop table if exists kernel.outbox_${month}`);
  }
}
