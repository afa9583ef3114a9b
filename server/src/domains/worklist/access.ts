import { type Scope, staffOf } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { forbidden, notFound, stale } from '../../kernel/http/index.ts';
import type { StaffId } from '../../kernel/ids/index.ts';
import { reachesWard } from '../identity/index.ts';
import { type ItemRow, itemById, lockItem } from './item.store.ts';
import { itemClosed } from './problems.ts';

/** The item, when its ward is in reach. Throws not found otherwise, whether or not it exists. */
export async function openItem(tx: Tx, scope: Scope, id: string): Promise<ItemRow> {
  const item = await itemById(tx, id);
  if (!item || !reachesWard(scope, item.ward_id)) throw notFound();
  return item;
}

/** The item locked for a change by a person who has seen `version`. Throws not found, item closed or stale. */
export async function openToChange(tx: Tx, scope: Scope, id: string, version: number): Promise<ItemRow> {
  const item = await lockItem(tx, id);
  if (!item || !reachesWard(scope, item.ward_id)) throw notFound();
  if (item.state !== 'open' && item.state !== 'snoozed') throw itemClosed();
  if (item.version !== version) throw stale();
  return item;
}

/** The member of the staff who asks; feeds and the house itself own nothing. */
export function askingStaff(scope: Scope): StaffId {
  const staffId = staffOf(scope);
  if (!staffId) throw forbidden();
  return staffId;
}
