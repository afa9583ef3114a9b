import type { Item, ItemKind } from '../../../../contract/worklist.ts';
import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { invalid } from '../../kernel/http/index.ts';
import { isUuid } from '../../kernel/ids/index.ts';
import { openWard } from '../identity/index.ts';
import { COUNT_STOP, countOfItems, type ListFilter, type ListPlace, pageOfItems } from './list.store.ts';
import { presentItems } from './present.ts';

/** A page of the list in reach, with the cursor of the next one. Throws not found for a ward out of reach. */
export async function listItems(
  tx: Tx,
  scope: Scope,
  filter: ListFilter,
  page: { limit: number; after?: string | undefined },
): Promise<{ items: Item[]; next: string | null }> {
  if (filter.wardId) await openWard(tx, scope, filter.wardId);
  const rows = await pageOfItems(tx, scope, filter, page.after ? readCursor(page.after) : null, page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    items: await presentItems(tx, scope, shown),
    next: last ? `${last.rank}_${last.due_at.getTime()}_${last.id}` : null,
  };
}

const KINDS: readonly ItemKind[] = ['call', 'alert', 'question', 'review', 'join', 'choice'];

/** What the head of the list says; each number stops at 1001. */
export async function countItems(tx: Tx, scope: Scope, wardId: string | null) {
  if (wardId) await openWard(tx, scope, wardId);
  const all: ListFilter = { wardId, mine: false, kind: null, state: 'open' };
  const byKind: Partial<Record<ItemKind, number>> = {};
  for (const kind of KINDS) {
    const n = await countOfItems(tx, scope, { ...all, kind });
    if (n > 0) byKind[kind] = n;
  }
  const open = Object.values(byKind).reduce((sum, n) => sum + n, 0);
  return {
    open: Math.min(COUNT_STOP, open),
    mine: await countOfItems(tx, scope, { ...all, mine: true }),
    snoozed: await countOfItems(tx, scope, { ...all, state: 'snoozed' }),
    overdue: await countOfItems(tx, scope, all, true),
    byKind,
  };
}

function readCursor(after: string): ListPlace {
  const [rank, at, id] = after.split('_');
  const place = { rank: Number(rank), dueAt: new Date(Number(at)), id: id ?? '' };
  if (place.rank !== (place.rank | 0) || Number.isNaN(place.dueAt.getTime()) || !isUuid(place.id))
    throw invalid({ after: 'cursor' });
  return place;
}
