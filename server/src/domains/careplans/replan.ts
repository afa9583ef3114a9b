import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { cancelFor } from '../channels/index.ts';
import type { Because } from '../content/index.ts';
import { ownHospital } from '../identity/index.ts';
import { closeChoice } from './choice-item.ts';
import { causeOf, end } from './end.ts';
import { PLAN_CHANGED, PLAN_PAUSED } from './events.ts';
import { isTooOld, routeOf } from './judge-start.ts';
import { layAnew, pathwayOf } from './lay/apply.ts';
import { type PlanRow, savePlan } from './plan.store.ts';
import { closeReviews } from './review-item.ts';
import { askWard, begin, withSurgeryNote } from './start-plan.ts';
import { type FinishedStay, packFor } from './stay.ts';
import { standingTasks, takeOut } from './task.store.ts';
import { tellLaid, tellState } from './tell.ts';

/** Follows a stay whose discharge, operation, diagnosis or way home was corrected. Nothing that was begun is touched. */
export async function replan(tx: Tx, words: Ctx['words'], stay: FinishedStay, plan: PlanRow): Promise<PlanRow> {
  if (stay.disposition === 'died') return end(tx, plan, 'died');
  const moved = plan.discharged_at.getTime() !== stay.dischargedAt.getTime();
  const { old_discharge_days: oldDays } = await ownHospital(tx);
  if (moved && isTooOld(stay.dischargedAt, plan.created_at, oldDays)) return end(tx, plan, 'too-old');
  const route = plan.disposition === stay.disposition ? null : routeOf(stay.disposition);
  const choice = await packFor(tx, stay);
  const otherPack = choice !== null && choice.slug !== plan.slug;
  const wanted: PlanRow = {
    ...plan,
    ward_id: stay.wardId,
    disposition: stay.disposition,
    discharged_at: stay.dischargedAt,
    surgery_at: stay.surgeryAt,
    variant: route?.kind === 'start' ? route.variant : plan.variant,
    ...(otherPack ? { slug: choice.slug, pack_version: choice.version, because: [...choice.because] } : {}),
  };
  if (plan.state === 'awaiting-choice') return route?.kind === 'start' ? decided(tx, wanted) : keep(tx, plan, wanted);
  if (route?.kind === 'awaiting-choice') return backToWard(tx, words, wanted, stay);
  if (isLaidAlike(plan, wanted)) return keep(tx, plan, wanted);
  const because = withSurgeryNote(wanted.because as Because[], wanted, await pathwayOf(tx, wanted));
  const saved = await savePlan(tx, { ...wanted, ...(await layAnew(tx, wanted)), because });
  await tellLaid(tx, saved, PLAN_CHANGED);
  return saved;
}

/** A later message said where the patient went: the ward need not choose any more. */
async function decided(tx: Tx, plan: PlanRow): Promise<PlanRow> {
  await closeChoice(tx, plan, 'cancelled', 'disposition-corrected');
  return begin(tx, { ...plan, choice_item_id: null });
}

/** The way home was corrected to one for which a person decides: what waits is taken out until they have. */
async function backToWard(tx: Tx, words: Ctx['words'], plan: PlanRow, stay: FinishedStay): Promise<PlanRow> {
  const waiting = (await standingTasks(tx, plan.id)).filter((task) => task.state === 'waiting').map((task) => task.id);
  await takeOut(tx, plan.id, waiting);
  await closeReviews(tx, plan.id, 'awaiting-choice');
  await cancelFor(tx, { because: causeOf(plan.id) }, 'awaiting-choice');
  await tellState(tx, plan, PLAN_PAUSED, 'awaiting-choice');
  return askWard(tx, words, { ...plan, wake_at: null }, stay);
}

function isLaidAlike(a: PlanRow, b: PlanRow): boolean {
  return (
    a.discharged_at.getTime() === b.discharged_at.getTime() &&
    a.surgery_at?.getTime() === b.surgery_at?.getTime() &&
    a.slug === b.slug &&
    a.variant === b.variant
  );
}

/** Keeps what does not change the layout (the ward, the code of the way home); writes nothing where nothing differs. */
async function keep(tx: Tx, plan: PlanRow, wanted: PlanRow): Promise<PlanRow> {
  if (isLaidAlike(plan, wanted) && plan.ward_id === wanted.ward_id && plan.disposition === wanted.disposition)
    return plan;
  return savePlan(tx, wanted);
}
