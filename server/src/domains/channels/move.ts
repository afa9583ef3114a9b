import type { Tx } from '../../kernel/db/index.ts';
import { note } from './history.store.ts';
import { moveMessages } from './message.store.ts';

/** Hands the messages of a merged person to the survivor, whose facts decide from then on. */
export async function moveTo(tx: Tx, from: string, into: string): Promise<void> {
  const moved = await moveMessages(tx, from, into);
  await note(tx, moved, 'moved', { reason: 'merged' });
  for (const patientId of moved.length > 0 ? [from, into] : []) tx.hint(`patient:${patientId}`, 'message');
}
