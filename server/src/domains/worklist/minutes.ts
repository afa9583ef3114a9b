import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { askingStaff } from './access.ts';
import { growSitting, insertSitting, type Sitting } from './minutes.store.ts';

/** Begins to count the time a person spends with somebody; `id` is made by the screen, so that beginning twice is one sitting. */
export async function startMinutes(tx: Tx, scope: Scope, sitting: Omit<Sitting, 'staffId'>): Promise<void> {
  await insertSitting(tx, { ...sitting, staffId: askingStaff(scope) });
}

/** Seconds counted so far by the screen, idle time left out. Only one's own sitting grows. */
export async function countMinutes(tx: Tx, scope: Scope, id: string, seconds: number, closed: boolean): Promise<void> {
  await growSitting(tx, id, askingStaff(scope), seconds, closed ? tx.now : null);
}
