import type { Tx } from '../../kernel/db/index.ts';
import { cancelFor } from '../channels/index.ts';
import { closeChoice } from './choice-item.ts';
import { PLAN_ENDED } from './events.ts';
import { type PlanRow, savePlan } from './plan.store.ts';
import { closeReviews } from './review-item.ts';
import { cancelOpen } from './task.store.ts';
import { tellState } from './tell.ts';

/** Messages of a plan in `channels` name it as their cause. */
export const causeOf = (planId: string) => ({ kind: 'plan', ref: planId });

/** Ends a plan read under lock: what was not done is cancelled, what was not sent is recalled, its items are closed. */
export async function end(tx: Tx, plan: PlanRow, reason: string): Promise<PlanRow> {
  if (plan.state === 'ended') return plan;
  await closeReviews(tx, plan.id, reason);
  await cancelOpen(tx, plan.id, reason);
  await cancelFor(tx, { because: causeOf(plan.id) }, reason);
  await closeChoice(tx, plan, 'cancelled', reason);
  const saved = await savePlan(tx, {
    ...plan,
    state: 'ended',
    ended_reason: reason,
    ended_at: tx.now,
    paused_reasons: [],
    not_started_reason: null,
    wake_at: null,
  });
  await tellState(tx, saved, PLAN_ENDED, reason);
  return saved;
}
