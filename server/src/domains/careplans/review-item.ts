import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { civilDate, daysBetween } from '../../kernel/time/index.ts';
import { type Bilingual, section } from '../content/index.ts';
import { latestRisk } from '../encounters/index.ts';
import { ownHospital } from '../identity/index.ts';
import { close, open, reopen } from '../worklist/index.ts';
import type { PlanRow } from './plan.store.ts';
import { readStay } from './stay.ts';
import { dueOfKind, type TaskRow } from './task.store.ts';

const REVIEW = 'medicine-review';
/** A task of the pack without a limit of its own is owed within a day. */
const DUE_HOURS = 24;

/** True for a task that a nurse or a doctor works off from the list: calls have items of their own, visits and recalls are appointments. */
export function isListed(task: Pick<TaskRow, 'kind' | 'owner'>): boolean {
  return task.kind === REVIEW && task.owner !== 'patient' && task.owner !== 'system';
}

/** Puts a review that has become due on the list, under the task's own id. One that an ending closed and that is owed again comes back. */
export async function openReview(tx: Tx, words: Ctx['words'], plan: PlanRow, task: TaskRow): Promise<void> {
  const stay = await readStay(tx, plan.encounter_id);
  const byDoctor = task.owner === 'attending-doctor';
  const owner = byDoctor ? stay?.attendingStaffId : stay?.nurseStaffId;
  await open(tx, {
    id: task.id,
    kind: 'review',
    patientId: plan.patient_id,
    encounterId: plan.encounter_id,
    wardId: plan.ward_id,
    ref: { kind: 'task', id: task.id },
    title: task.title as Bilingual,
    reason: await reasonOf(tx, words, plan, task),
    urgency: 0,
    risk: (await latestRisk(tx, [plan.encounter_id])).get(plan.encounter_id)?.score ?? null,
    windowFrom: null,
    dueAt: task.limit_at ?? new Date(task.due_at.getTime() + DUE_HOURS * 3_600_000),
    limitAt: null,
    ownerStaffId: owner ?? null,
    ownerRole: byDoctor ? 'doctor' : 'nurse',
  });
  await reopen(tx, task.id);
}

/** Takes a task off the list because it was done; nothing where it never was on it. */
export async function closeReview(tx: Tx, taskId: string, outcome: string): Promise<void> {
  await close(tx, taskId, 'done', outcome);
}

/** Takes the due reviews of a plan that rests, waits for the ward or ends off the list. Called before their tasks are cancelled. */
export async function closeReviews(tx: Tx, planId: string, reason: string): Promise<void> {
  for (const id of await dueOfKind(tx, planId, REVIEW)) await close(tx, id, 'cancelled', reason);
}

/** Brings the reviews that are still owed back when a plan goes on. */
export async function reopenReviews(tx: Tx, planId: string): Promise<void> {
  for (const id of await dueOfKind(tx, planId, REVIEW)) await reopen(tx, id);
}

async function reasonOf(tx: Tx, words: Ctx['words'], plan: PlanRow, task: TaskRow): Promise<Bilingual> {
  if (plan.slug === null || plan.pack_version === null) throw new Error('a review comes from a pack');
  const { title } = await section(tx, plan.slug, plan.pack_version, 'pack');
  const { time_zone: zone } = await ownHospital(tx);
  const day = String(daysBetween(civilDate(plan.discharged_at, zone), civilDate(task.due_at, zone)));
  const say = (language: 'zh-CN' | 'en') => words(language, 'careplans.review.reason', { pack: title[language], day });
  return { 'zh-CN': say('zh-CN'), en: say('en') };
}
