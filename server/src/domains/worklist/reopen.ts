import type { Tx } from '../../kernel/db/index.ts';
import { ask } from './asked.store.ts';
import { firstStaffed, peopleOf, roundsAfter } from './escalation.ts';
import { rosterFacts } from './facts.ts';
import { lockItem } from './item.store.ts';
import { emitAssigned, putItem } from './item.ts';

/**
 * Brings an item back that its domain had cancelled because what it stands for is owed again. Nobody has taken it; its clock is looked
 * at anew. Changes nothing for an item that is on the list or done.
 */
export async function reopen(tx: Tx, id: string): Promise<void> {
  const item = await lockItem(tx, id);
  if (item?.state !== 'cancelled') return;
  const facts = await rosterFacts(tx, item.ward_id, item.owner_staff_id);
  const level = item.ack_minutes === null ? 'owner' : firstStaffed('owner', facts);
  const asked = level === 'owner' ? [] : peopleOf(level, facts);
  await ask(tx, id, asked, level);
  const back = await putItem(
    tx,
    {
      ...item,
      state: 'open',
      owner_staff_id: facts.owner ?? item.owner_staff_id,
      taken_at: null,
      taken_by: null,
      level,
      level_since: tx.now,
      asked_rounds: roundsAfter(0, level, asked),
      overdue_at: null,
      reason_code: null,
      closed_at: null,
    },
    asked,
  );
  await emitAssigned(tx, back);
}
