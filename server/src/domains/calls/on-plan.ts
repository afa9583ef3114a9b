import type { EventHandler } from '../../kernel/http/index.ts';
import { PLAN_CHANGED } from '../careplans/index.ts';
import { settlePlan } from './settle-plan.ts';

/** A plan began, changed, rests, goes on or has ended: its calls follow. */
export const onPlan: EventHandler = async (tx, event, ctx) => {
  await settlePlan(tx, ctx.words, String(event.payload.planId), event.type === PLAN_CHANGED);
};
