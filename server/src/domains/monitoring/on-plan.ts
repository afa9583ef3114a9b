import type { Tx } from '../../kernel/db/index.ts';
import type { EventHandler } from '../../kernel/http/index.ts';
import { civilDate } from '../../kernel/time/index.ts';
import {
  PLAN_CHANGED,
  PLAN_ENDED,
  PLAN_PAUSED,
  PLAN_RESUMED,
  PLAN_STARTED,
  type PlanRow,
  planById,
} from '../careplans/index.ts';
import { section } from '../content/index.ts';
import { ownHospital } from '../identity/index.ts';
import { openAlertsOf } from './alert.store.ts';
import { closeBecause } from './close.ts';
import { putProgramme, setProgrammeState } from './programme.store.ts';

export const PLAN_EVENTS = [PLAN_STARTED, PLAN_CHANGED, PLAN_PAUSED, PLAN_RESUMED, PLAN_ENDED] as const;

/** The programme follows its plan as the plan stands now, whatever was said of it and in which order. */
export const onPlan: EventHandler = async (tx, event) => {
  const plan = await planById(tx, String(event.payload.planId));
  if (!plan) return;
  const runs = plan.state === 'active' || plan.state === 'paused';
  // Somebody who was transferred measures where they are: only who went home has a programme here.
  if (runs && plan.variant === 'home' && plan.slug !== null && plan.pack_version !== null) {
    await lay(tx, plan, plan.slug, plan.pack_version);
    const reason = plan.paused_reasons[0] ?? null;
    await setProgrammeState(tx, plan.id, plan.state === 'paused' ? 'paused' : 'active', reason);
  } else {
    await setProgrammeState(tx, plan.id, 'ended', plan.ended_reason ?? plan.variant);
    if (plan.state === 'ended') await closeUndone(tx, plan);
  }
  tx.hint(`patient:${plan.patient_id}`, 'programme', plan.id);
};

async function lay(tx: Tx, plan: PlanRow, slug: string, version: string): Promise<void> {
  const { time_zone: zone } = await ownHospital(tx);
  const measure = await section(tx, slug, version, 'measure');
  await putProgramme(tx, {
    id: plan.id,
    patient_id: plan.patient_id,
    encounter_id: plan.encounter_id,
    slug,
    pack_version: version,
    codes: [...new Set(measure.programme.map((entry) => entry.loinc))],
    discharge_on: civilDate(plan.discharged_at, zone),
    surgery_on: plan.surgery_at ? civilDate(plan.surgery_at, zone) : null,
    starts_at: plan.created_at,
  });
}

/** Ends that also say that what the plan raised was never owed. */
const UNDONE = ['discharge-cancelled', 'admission-cancelled', 'entered-in-error'];

async function closeUndone(tx: Tx, plan: PlanRow): Promise<void> {
  const reason = plan.ended_reason;
  if (reason === null || !UNDONE.includes(reason)) return;
  for (const alert of await openAlertsOf(tx, plan.patient_id)) {
    if (alert.encounter_id === plan.encounter_id) await closeBecause(tx, alert, reason);
  }
}
