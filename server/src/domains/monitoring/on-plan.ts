import type { Tx } from '../../kernel/db/index.ts';
import type { EventHandler } from '../../kernel/http/index.ts';
import { civilDate } from '../../kernel/time/index.ts';
import {
  PLAN_CHANGED,
  PLAN_ENDED,
  PLAN_PAUSED,
  PLAN_RESUMED,
  PLAN_STARTED,
  type PlanPaused,
  type PlanStarted,
} from '../careplans/index.ts';
import { section } from '../content/index.ts';
import { encounterById } from '../encounters/index.ts';
import { ownHospital } from '../identity/index.ts';
import { openAlertsOf } from './alert.store.ts';
import { closeBecause } from './close.ts';
import { putProgramme, setProgrammeState } from './programme.store.ts';

export const PLAN_EVENTS = [PLAN_STARTED, PLAN_CHANGED, PLAN_PAUSED, PLAN_RESUMED, PLAN_ENDED] as const;

/**
 * The programme follows its plan. One handler for all that is said of plans, so that a patient's events reach it in their order; a
 * programme that has ended stays so, whatever comes after.
 */
export const onPlan: EventHandler = async (tx, event) => {
  switch (event.type) {
    case PLAN_STARTED:
    case PLAN_CHANGED:
      return layProgramme(tx, event.payload as PlanStarted, event.occurredAt);
    case PLAN_PAUSED:
      await setProgrammeState(tx, planOf(event.payload).planId, 'paused', planOf(event.payload).reason);
      return;
    case PLAN_RESUMED:
      await setProgrammeState(tx, planOf(event.payload).planId, 'active', null);
      return;
    case PLAN_ENDED:
      return endProgramme(tx, planOf(event.payload));
    default:
      throw new TypeError(`on-plan does not know ${event.type}`);
  }
};

const planOf = (payload: unknown) => payload as PlanPaused;

/** Somebody who was transferred measures where they are: only who went home has a programme here. */
async function layProgramme(tx: Tx, plan: PlanStarted, startsAt: Date): Promise<void> {
  if (plan.variant !== 'home') {
    await setProgrammeState(tx, plan.planId, 'ended', 'transferred');
    return;
  }
  const encounter = await encounterById(tx, plan.encounterId);
  if (!encounter) return;
  const { time_zone: zone } = await ownHospital(tx);
  const measure = await section(tx, plan.slug, plan.version, 'measure');
  await putProgramme(tx, {
    id: plan.planId,
    patient_id: encounter.patient_id,
    encounter_id: plan.encounterId,
    slug: plan.slug,
    pack_version: plan.version,
    codes: [...new Set(measure.programme.map((entry) => entry.loinc))],
    discharge_on: civilDate(encounter.discharged_at ?? startsAt, zone),
    surgery_on: encounter.surgery_at ? civilDate(encounter.surgery_at, zone) : null,
    starts_at: startsAt,
  });
  tx.hint(`patient:${encounter.patient_id}`, 'programme', plan.planId);
}

/** Why a plan ended also says that what it raised was never owed. */
const UNDONE = ['discharge-cancelled', 'admission-cancelled', 'entered-in-error'];

async function endProgramme(tx: Tx, plan: PlanPaused): Promise<void> {
  await setProgrammeState(tx, plan.planId, 'ended', plan.reason);
  tx.hint(`patient:${plan.patientId}`, 'programme', plan.planId);
  if (!UNDONE.includes(plan.reason)) return;
  for (const alert of await openAlertsOf(tx, plan.patientId)) {
    if (alert.encounter_id === plan.encounterId) await closeBecause(tx, alert, plan.reason);
  }
}
