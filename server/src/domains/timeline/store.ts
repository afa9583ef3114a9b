import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { EventValue } from '../../kernel/outbox/index.ts';

export interface EntryRow {
  event_id: string;
  occurred_at: Date;
  kind: string;
  data: Record<string, EventValue>;
}

/** Writes a line once, however often the event arrives; true where it was new. */
export async function insertEntry(tx: Tx, patientId: string, entry: EntryRow): Promise<boolean> {
  const written = await tx.count(sql`
    insert into timeline.entry (hospital_id, patient_id, event_id, occurred_at, kind, data)
    values (${tx.hospitalId}, ${patientId}, ${entry.event_id}, ${entry.occurred_at}, ${entry.kind}, ${JSON.stringify(entry.data)})
    on conflict (hospital_id, patient_id, event_id) do nothing`);
  return written === 1;
}

/** Hands all lines of one record to the one it turned out to be. */
export async function moveEntries(tx: Tx, from: string, into: string): Promise<void> {
  await tx.rows(sql`
    update timeline.entry set patient_id = ${into} where hospital_id = ${tx.hospitalId} and patient_id = ${from}`);
}

/** A page of lines, newest first. */
export async function pageOfEntries(
  tx: Tx,
  patientId: string,
  page: { limit: number; after: { occurredAt: Date; eventId: string } | null },
): Promise<EntryRow[]> {
  const after = page.after
    ? sql`and (occurred_at, event_id) < (${page.after.occurredAt}, ${page.after.eventId})`
    : sql``;
  return tx.rows(sql<EntryRow>`
    select event_id, occurred_at, kind, data from timeline.entry
    where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} ${after}
    order by occurred_at desc, event_id desc limit ${page.limit}`);
}
