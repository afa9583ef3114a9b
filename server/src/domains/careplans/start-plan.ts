import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import type { Because, Choice, Pathway } from '../content/index.ts';
import { ownHospital } from '../identity/index.ts';
import { contactGate } from '../patients/index.ts';
import { askForChoice } from './choice-item.ts';
import { end } from './end.ts';
import { PLAN_AWAITING, PLAN_NOT_STARTED, PLAN_RESUMED, PLAN_STARTED } from './events.ts';
import { judgeStart, type Start } from './judge-start.ts';
import { layAnew, layFresh, pathwayOf } from './lay/apply.ts';
import { surgeryCounts } from './lay/lay-out.ts';
import { insertPlan, lockLivePlans, type PlanRow, savePlan } from './plan.store.ts';
import { reopenReviews } from './review-item.ts';
import { type FinishedStay, packFor } from './stay.ts';
import { tellLaid, tellState } from './tell.ts';

/** Stays after which the plan of an earlier one no longer fits. */
const REPLACES: ReadonlySet<string> = new Set(['inpatient', 'day-surgery', 'maternity']);

/**
 * Gives a finished stay its plan, or the row that says why it has none. `before` is such a row from an earlier look: the stay may
 * have become followable since (the operation was coded later, a wrong date was mended).
 */
export async function startPlan(
  tx: Tx,
  words: Ctx['words'],
  stay: FinishedStay,
  before: PlanRow | null,
): Promise<PlanRow | null> {
  const choice = await packFor(tx, stay);
  const { alive } = await contactGate(tx, stay.patientId);
  const { old_discharge_days: oldDays } = await ownHospital(tx);
  const judged = judgeStart({ ...stay, alive, hasPathway: choice !== null, oldDays, now: tx.now });
  if (judged.kind === 'none' || isSame(judged, before)) return before;
  const row = rowOf(stay, judged, choice, before?.id ?? newId());
  const plan = before ? await savePlan(tx, { ...before, ...row }) : await insertPlan(tx, row);
  if (!plan) return null;
  if (judged.kind === 'not-started') {
    await tellState(tx, plan, PLAN_NOT_STARTED, judged.reason);
    return plan;
  }
  await supersede(tx, stay);
  return judged.kind === 'start' ? begin(tx, plan) : askWard(tx, words, plan, stay);
}

/** Lays a plan out whose variant is known and says that it has begun. */
export async function begin(tx: Tx, plan: PlanRow): Promise<PlanRow> {
  const because = withSurgeryNote(plan.because as Because[], plan, await pathwayOf(tx, plan));
  const again = plan.laid_out_until !== null;
  const laid = again ? await layAnew(tx, plan) : await layFresh(tx, plan);
  const saved = await savePlan(tx, { ...plan, ...laid, because, state: 'active', not_started_reason: null });
  await tellLaid(tx, saved, PLAN_STARTED);
  if (again) await reopenReviews(tx, plan.id);
  if (again) await tellState(tx, saved, PLAN_RESUMED, 'awaiting-choice');
  return saved;
}

/** Lets a plan wait for the ward's word. */
export async function askWard(tx: Tx, words: Ctx['words'], plan: PlanRow, stay: FinishedStay): Promise<PlanRow> {
  const itemId = await askForChoice(tx, words, plan, stay);
  const saved = await savePlan(tx, { ...plan, state: 'awaiting-choice', variant: null, choice_item_id: itemId });
  await tellState(tx, saved, PLAN_AWAITING, stay.disposition ?? 'unknown');
  return saved;
}

/** Says where days of the operation had to be counted from the discharge. */
export function withSurgeryNote(
  because: readonly Because[],
  plan: Pick<PlanRow, 'discharged_at' | 'surgery_at'>,
  pathway: Pathway,
): { kind: string; matched: string }[] {
  const others: { kind: string; matched: string }[] = because.filter(
    (one) => (one.kind as string) !== 'no-surgery-time',
  );
  const known = surgeryCounts({ discharge: plan.discharged_at, surgery: plan.surgery_at });
  const counted = pathway.tasks.some((task) => task.schedule.anchor === 'surgery');
  return known || !counted ? others : [...others, { kind: 'no-surgery-time', matched: 'discharge' }];
}

function isSame(judged: Start, before: PlanRow | null): boolean {
  return judged.kind === 'not-started' && before?.not_started_reason === judged.reason;
}

function rowOf(stay: FinishedStay, judged: Exclude<Start, { kind: 'none' }>, choice: Choice | null, id: string) {
  return {
    id,
    patient_id: stay.patientId,
    encounter_id: stay.id,
    ward_id: stay.wardId,
    state: judged.kind === 'start' ? 'active' : judged.kind,
    variant: judged.kind === 'start' ? judged.variant : null,
    slug: choice?.slug ?? null,
    pack_version: choice?.version ?? null,
    because: choice?.because ?? [],
    disposition: stay.disposition,
    discharged_at: stay.dischargedAt,
    surgery_at: stay.surgeryAt,
    laid_out_until: null,
    paused_reasons: [],
    ended_reason: null,
    ended_at: null,
    not_started_reason: judged.kind === 'not-started' ? judged.reason : null,
    choice_item_id: null,
    wake_at: null,
  };
}

/** Plans of stays that ended before this one began are over: the new one is what counts now. */
async function supersede(tx: Tx, stay: FinishedStay): Promise<void> {
  if (!REPLACES.has(stay.class) || stay.admittedAt === null) return;
  for (const plan of await lockLivePlans(tx, stay.patientId))
    if (plan.encounter_id !== stay.id && plan.discharged_at <= stay.admittedAt) await end(tx, plan, 'superseded');
}
