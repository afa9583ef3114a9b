import type { Tx } from '../../kernel/db/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { MESSAGE_CANCELLED } from './events.ts';
import { note } from './history.store.ts';
import { type CancelFilter, type CancelledRow, cancelOpen } from './message.store.ts';

/** Cancels what has not left and says so; what is sent stays sent. Returns how many there were. */
export async function cancelFor(tx: Tx, filter: CancelFilter, reasonCode: string): Promise<number> {
  const rows = await cancelOpen(tx, filter, reasonCode);
  await tellCancelled(tx, rows, reasonCode);
  return rows.length;
}

/** History, event and hint of messages that were just cancelled. */
export async function tellCancelled(tx: Tx, rows: readonly CancelledRow[], reason: string): Promise<void> {
  await note(
    tx,
    rows.map((row) => row.id),
    'cancelled',
    { reason },
  );
  await emit(
    tx,
    ...rows.map((row) => ({
      type: MESSAGE_CANCELLED,
      lane: row.patient_id,
      payload: { messageId: row.id, patientId: row.patient_id, purpose: row.purpose, reason },
    })),
  );
  for (const row of rows) tx.hint(`patient:${row.patient_id}`, 'message', row.id);
}
