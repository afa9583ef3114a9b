import type { Tx } from '../../kernel/db/index.ts';
import { cancelFor, messageById } from '../channels/index.ts';
import { causeOf } from './end.ts';
import { PLAN_PAUSED, PLAN_RESUMED } from './events.ts';
import { type PlanRow, savePlan } from './plan.store.ts';
import { closeReviews, reopenReviews } from './review-item.ts';
import { MESSAGE_VALID_HOURS } from './send-message.ts';
import { handedOver, reopenMessage, settleAfterRest } from './task.store.ts';
import { hintPlan, tellState } from './tell.ts';

/**
 * Makes a plan rest for exactly these reasons, or go on where there are none. The reasons found in the world are given anew each
 * time, so that events may come in any order and twice. A plan that waits for a choice keeps the reasons until it is made.
 */
export async function restFor(tx: Tx, plan: PlanRow, reasons: readonly string[]): Promise<PlanRow> {
  const before = plan.paused_reasons;
  const same = before.length === reasons.length && reasons.every((reason) => before.includes(reason));
  const changed = { ...plan, paused_reasons: [...reasons] };
  if (plan.state === 'awaiting-choice') return same ? plan : savePlan(tx, changed);
  const rests = reasons.length > 0;
  if (same && rests === (plan.state === 'paused')) return plan;
  const saved = await savePlan(tx, { ...changed, state: rests ? 'paused' : 'active' });
  if (rests === (plan.state === 'paused')) {
    hintPlan(tx, saved);
    return saved;
  }
  if (rests) {
    const reason = reasons[0] ?? 'staff';
    await closeReviews(tx, plan.id, reason);
    await cancelFor(tx, { because: causeOf(plan.id) }, reason);
    await tellState(tx, saved, PLAN_PAUSED, reason);
  } else {
    await goOn(tx, plan.id);
    await tellState(tx, saved, PLAN_RESUMED, before[0] ?? 'staff');
  }
  return saved;
}

/**
 * After a rest: what is past is skipped, what is owed wakes, reviews that were due are back on the list, and a message that was handed over and recalled before it left is handed
 * over again while it still says what is true.
 */
export async function goOn(tx: Tx, planId: string): Promise<void> {
  await settleAfterRest(tx, planId);
  await reopenReviews(tx, planId);
  const since = new Date(tx.now.getTime() - MESSAGE_VALID_HOURS * 3_600_000);
  for (const { id, messageId } of await handedOver(tx, planId, since)) {
    const message = messageId === null ? null : await messageById(tx, messageId);
    if (message?.state === 'cancelled') await reopenMessage(tx, id);
  }
}

/** The reason a person of the ward adds or takes away; the world's own reasons stay. */
export function withStaffPause(plan: PlanRow, rests: boolean): string[] {
  const others = plan.paused_reasons.filter((reason) => reason !== 'staff');
  return rests ? [...others, 'staff'] : others;
}
