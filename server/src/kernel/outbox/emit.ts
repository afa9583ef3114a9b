import { wallNow } from '../clock/wall.ts';
import type { Tx } from '../db/index.ts';
import { sql } from '../db/index.ts';
import { newId } from '../ids/index.ts';
import type { EventValue } from './event.ts';

export interface NewEvent {
  readonly type: string;
  readonly lane: string;
  readonly payload: Record<string, EventValue>;
  readonly version?: number;
  /** Hospital time; default the transaction's. */
  readonly occurredAt?: Date;
}

/**
 * Appends events and one delivery per subscribed handler to the outbox, in the caller's transaction. Returns the events' ids.
 * Everything travels in one statement however many events there are.
 */
export async function emit(tx: Tx, ...events: NewEvent[]): Promise<string[]> {
  if (events.length === 0) return [];
  const recordedAt = wallNow();
  const rows = events.map((event) => ({ ...event, id: newId() as string }));
  const outbox = sql`
    insert into kernel.outbox (hospital_id, id, lane, type, version, payload, occurred_at, recorded_at)
    values ${sql.join(rows.map((row) => sql`(${tx.hospitalId}::uuid, ${row.id}::uuid, ${row.lane}::uuid, ${row.type}, ${row.version ?? 1}::int, ${JSON.stringify(row.payload)}::jsonb, ${row.occurredAt ?? tx.now}::timestamptz, ${recordedAt}::timestamptz)`))}`;
  const deliveries = rows.flatMap((row) => tx.subscribers(row.type).map((handler) => ({ row, handler })));
  if (deliveries.length === 0) {
    await tx.rows(outbox);
  } else {
    // One message for both: each costs a round trip in a transaction that is held open meanwhile.
    await tx.rows(sql`
      with told as (${outbox} returning id)
      insert into kernel.delivery (hospital_id, event_id, handler, lane, not_before)
      values ${sql.join(deliveries.map(({ row, handler }) => sql`(${tx.hospitalId}::uuid, ${row.id}::uuid, ${handler}, ${row.lane}::uuid, ${recordedAt}::timestamptz)`))}`);
    tx.wakeAfterCommit();
  }
  return rows.map((row) => row.id);
}
