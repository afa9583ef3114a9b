import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import { newId } from '../../kernel/ids/index.ts';

export type What =
  | 'queued'
  | 'revived'
  | 'postponed'
  | 'held'
  | 'released'
  | 'cancelled'
  | 'sent'
  | 'read'
  | 'failed'
  | 'moved';

export interface HistoryRow {
  id: string;
  message_id: string;
  at: Date;
  what: What;
  reason_code: string | null;
  until_at: Date | null;
}

/** Writes down one decision for each of the messages, in one statement. */
export async function note(
  tx: Tx,
  messageIds: readonly string[],
  what: What,
  why: { reason?: string | null; until?: Date } = {},
): Promise<void> {
  if (messageIds.length === 0) return;
  await tx.rows(sql`
    insert into channels.message_event (hospital_id, id, message_id, at, what, reason_code, until_at)
    values ${sql.join(
      messageIds.map(
        (id) =>
          sql`(${tx.hospitalId}, ${newId()}, ${id}, ${tx.now}, ${what}, ${why.reason ?? null}, ${why.until ?? null})`,
      ),
    )}`);
}

/** Every decision about these messages, oldest first. */
export async function historyOf(tx: Tx, messageIds: readonly string[]): Promise<HistoryRow[]> {
  if (messageIds.length === 0) return [];
  return tx.rows(sql<HistoryRow>`
    select id, message_id, at, what, reason_code, until_at from channels.message_event
    where hospital_id = ${tx.hospitalId} and message_id = any(${messageIds}) order by id`);
}
