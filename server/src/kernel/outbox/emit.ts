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
 * Everything travels in two statements however many events there are.
 */
export async function emit(tx: Tx, ...events: NewEvent[]): Promise<string[]> {
  if (events.length === 0) return [];
  const recordedAt = wallNow();
  const rows = events.map((event) => ({ ...event, id: newId() as string }));
  await tx.rows(sql`
    insert into kernel.outbox (hospital_id, id, lane, type, version, payload, occurred_at, recorded_at)
    values ${sql.join(rows.map((row) => sql`(${tx.hospitalId}, ${row.id}, ${row.lane}, ${row.type}, ${row.version ?? 1}, ${JSON.stringify(row.payload)}, ${row.occurredAt ?? tx.now}, ${recordedAt})`))}`);
  const deliveries = rows.flatMap((row) => tx.subscribers(row.type).map((handler) => ({ row, handler })));
  if (deliveries.length > 0) {
    await tx.rows(sql`
      insert into kernel.delivery (hospital_id, event_id, handler, lane, not_before)
      values ${sql.join(deliveries.map(({ row, handler }) => sql`(${tx.hospitalId}, ${row.id}, ${handler}, ${row.lane}, ${recordedAt})`))}`);
    tx.wakeAfterCommit();
  }
  return rows.map((row) => row.id);
}
