import type { Tx } from '../../kernel/db/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import type {
  PLAN_AWAITING,
  PLAN_CHANGED,
  PLAN_ENDED,
  PLAN_NOT_STARTED,
  PLAN_PAUSED,
  PLAN_RESUMED,
  PLAN_STARTED,
  PlanPaused,
  PlanStarted,
} from './events.ts';
import type { PlanRow } from './plan.store.ts';

/** Says that a plan was laid out, or laid out anew, and what it follows. */
export async function tellLaid(tx: Tx, plan: PlanRow, type: typeof PLAN_STARTED | typeof PLAN_CHANGED): Promise<void> {
  if (plan.slug === null || plan.pack_version === null || plan.variant === null)
    throw new Error('a plan that is laid out follows a pack');
  const payload: PlanStarted = {
    planId: plan.id,
    encounterId: plan.encounter_id,
    patientId: plan.patient_id,
    slug: plan.slug,
    version: plan.pack_version,
    variant: plan.variant as PlanStarted['variant'],
  };
  await emit(tx, { type, lane: plan.patient_id, payload });
  hintPlan(tx, plan);
}

/** Says that a plan rests, goes on, ends, waits or never began, with the code of the reason. */
export async function tellState(
  tx: Tx,
  plan: PlanRow,
  type: typeof PLAN_PAUSED | typeof PLAN_RESUMED | typeof PLAN_ENDED | typeof PLAN_NOT_STARTED | typeof PLAN_AWAITING,
  reason: string,
): Promise<void> {
  const payload: PlanPaused = {
    planId: plan.id,
    encounterId: plan.encounter_id,
    patientId: plan.patient_id,
    reason,
  };
  await emit(tx, { type, lane: plan.patient_id, payload });
  hintPlan(tx, plan);
}

/** Screens of the patient and the ward look again. */
export function hintPlan(tx: Tx, plan: Pick<PlanRow, 'id' | 'patient_id' | 'ward_id'>): void {
  tx.hint(`patient:${plan.patient_id}`, 'plan', plan.id);
  if (plan.ward_id) tx.hint(`ward:${plan.ward_id}`, 'plan', plan.id);
}
