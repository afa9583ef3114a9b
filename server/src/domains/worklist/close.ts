import type { Tx } from '../../kernel/db/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { unask } from './asked.store.ts';
import { ITEM_DONE, type ItemDone } from './events.ts';
import { lockItem } from './item.store.ts';
import { aboutItem, putItem } from './item.ts';

/** Takes an item off the list; closing it again changes nothing. Called by the domain that opened it. */
export async function close(tx: Tx, id: string, outcome: 'done' | 'cancelled', reasonCode: string): Promise<void> {
  const item = await lockItem(tx, id);
  if (!item || item.state === 'done' || item.state === 'cancelled') return;
  const told = await unask(tx, id);
  await putItem(tx, { ...item, state: outcome, reason_code: reasonCode, closed_at: tx.now, snoozed_until: null }, told);
  const payload: ItemDone = { ...aboutItem(item), outcome, reasonCode };
  await emit(tx, { type: ITEM_DONE, lane: item.patient_id, payload });
}
