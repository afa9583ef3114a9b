import type { EventHandler } from '../../kernel/http/index.ts';
import { ownHospital } from '../identity/index.ts';
import { layFurther, nextTurn } from './lay/apply.ts';
import { lockPlan, savePlan, wakePlanAt } from './plan.store.ts';
import { closeLapsed } from './task.store.ts';

/** The plan's turn at midnight: what the patient did not do is closed, the plan is laid further before its end comes near. */
export const onPlanWoken: EventHandler = async (tx, event) => {
  const plan = await lockPlan(tx, String(event.payload.id));
  if (!plan || (plan.state !== 'active' && plan.state !== 'paused')) return;
  const turn = nextTurn(tx.now, (await ownHospital(tx)).time_zone);
  if (plan.state === 'active') {
    await closeLapsed(tx, plan.id);
    const laid = await layFurther(tx, plan);
    if (laid) await savePlan(tx, { ...plan, ...laid });
  }
  await wakePlanAt(tx, plan.id, turn);
};
