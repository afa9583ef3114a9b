import type { Tx } from '../../kernel/db/index.ts';
import { lockItem } from './item.store.ts';
import { putItem } from './item.ts';

/** What may change about how pressing an item is. */
export interface Pressure {
  readonly urgency?: 0 | 1 | 2 | 3;
  readonly risk?: number | null;
  /** A later due time takes back that the item was late in the list; that it was late once stays counted. */
  readonly dueAt?: Date;
  readonly windowFrom?: Date | null;
  readonly limitAt?: Date | null;
}

/** Gives an item another place in the list. Closed items stay as they are. */
export async function rerank(tx: Tx, id: string, pressure: Pressure): Promise<void> {
  const item = await lockItem(tx, id);
  if (!item || item.state === 'done' || item.state === 'cancelled') return;
  const dueAt = pressure.dueAt ?? item.due_at;
  await putItem(tx, {
    ...item,
    urgency: pressure.urgency ?? item.urgency,
    risk: pressure.risk === undefined ? item.risk : pressure.risk,
    due_at: dueAt,
    window_from: pressure.windowFrom === undefined ? item.window_from : pressure.windowFrom,
    limit_at: pressure.limitAt === undefined ? item.limit_at : pressure.limitAt,
    overdue_at: dueAt > tx.now ? null : item.overdue_at,
  });
}
