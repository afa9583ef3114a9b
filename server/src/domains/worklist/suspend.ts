import type { Tx } from '../../kernel/db/index.ts';
import { unask } from './asked.store.ts';
import { lockItemsOf } from './item.store.ts';
import { putItem } from './item.ts';

/**
 * Takes everything that means contacting the person off the list until `resume`. Alerts stay: they are owed by staff to each
 * other too, and their own domain closes them.
 */
export async function suspend(tx: Tx, patientId: string): Promise<void> {
  for (const item of await lockItemsOf(tx, patientId, ['open', 'snoozed'])) {
    if (item.kind === 'alert') continue;
    await putItem(tx, { ...item, state: 'suspended', snoozed_until: null }, await unask(tx, item.id));
  }
}

/** Brings suspended items back; the sweep looks at each at once, so that what became late meanwhile is said. */
export async function resume(tx: Tx, patientId: string): Promise<void> {
  for (const item of await lockItemsOf(tx, patientId, ['suspended']))
    await putItem(tx, { ...item, state: 'open', level_since: tx.now });
}
