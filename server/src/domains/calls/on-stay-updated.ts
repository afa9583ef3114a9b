import type { EventHandler } from '../../kernel/http/index.ts';
import { planOfStay } from '../careplans/index.ts';
import { settlePlan } from './settle-plan.ts';

/** Medicines, ward or nurse of a stay changed after its plan was laid out: calls that nobody has begun are composed anew. */
export const onStayUpdated: EventHandler = async (tx, event, ctx) => {
  const plan = await planOfStay(tx, String(event.payload.encounterId));
  if (plan?.state === 'active') await settlePlan(tx, ctx.words, plan.id, true);
};
