import type { Tx } from '../../kernel/db/index.ts';
import { closeChoice } from './choice-item.ts';
import { end } from './end.ts';
import type { PlanRow } from './plan.store.ts';
import { restFor } from './rest.ts';
import { begin } from './start-plan.ts';

/** The ward's word on a plan that waits for it (read under lock): follow at home, as transferred, or not at all. */
export async function choose(tx: Tx, plan: PlanRow, choice: 'home' | 'transferred' | 'none'): Promise<PlanRow> {
  await closeChoice(tx, plan, 'done', choice);
  const answered = { ...plan, choice_item_id: null };
  if (choice === 'none') return end(tx, answered, 'choice-none');
  const begun = await begin(tx, { ...answered, variant: choice });
  // A hold that came while the ward was thinking: the plan is there, and rests.
  return restFor(tx, begun, begun.paused_reasons);
}
