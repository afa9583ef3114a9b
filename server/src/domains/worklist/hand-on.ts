import type { Words } from '../../../../contract/common.ts';
import type { EscalationLevel } from '../../../../contract/worklist.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { ask, unask } from './asked.store.ts';
import { firstStaffed, peopleOf, roundsAfter } from './escalation.ts';
import { rosterFacts } from './facts.ts';
import { lockItem } from './item.store.ts';
import { emitAssigned, putItem } from './item.ts';

/**
 * Gives an open item to a level of the chain because its work cannot go on as it was: nobody owns it until somebody there takes it.
 * `reason` stands in the list from now on; the item is worth at least urgency 2.
 */
export async function handOn(tx: Tx, id: string, to: EscalationLevel, reason: Words): Promise<void> {
  const item = await lockItem(tx, id);
  if (!item || item.state === 'done' || item.state === 'cancelled') return;
  const facts = await rosterFacts(tx, item.ward_id, null);
  const level = firstStaffed(to, facts);
  const asked = peopleOf(level, facts);
  const told = [...(await unask(tx, id)), ...(item.owner_staff_id ? [item.owner_staff_id] : []), ...asked];
  await ask(tx, id, asked, level);
  const saved = await putItem(
    tx,
    {
      ...item,
      reason,
      urgency: item.urgency < 2 ? 2 : item.urgency,
      owner_staff_id: null,
      taken_at: null,
      taken_by: null,
      level,
      level_since: tx.now,
      asked_rounds: roundsAfter(0, level, asked),
      state: item.state === 'snoozed' ? 'open' : item.state,
      snoozed_until: null,
    },
    told,
  );
  await emitAssigned(tx, saved);
}
