import type { Tx } from '../../kernel/db/index.ts';
import type { Words } from '../../kernel/i18n/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { type PlanRow, planById, type TaskRow, tasksOfKind } from '../careplans/index.ts';
import { type CallRow, lockCallsOfPlan } from './call.store.ts';
import { type CallPlan, layOut } from './lay-out.ts';
import { cancelCall, resumeCall, suspendCall } from './stop.ts';

/**
 * Brings the calls of a plan to what holds for it now: laid out, resting or cancelled. Asked after every event about the plan; what the
 * event said does not matter, so events may come in any order and twice. `renew` composes waiting calls anew.
 */
export async function settlePlan(tx: Tx, words: Words, planId: string, renew: boolean): Promise<void> {
  const plan = await planById(tx, planId);
  if (!plan) return;
  const calls = await lockCallsOfPlan(tx, planId);
  switch (plan.state) {
    case 'active':
      return followTasks(tx, words, plan, calls, renew);
    case 'paused':
      // In hospital again the call has lost its sense; for every other reason it may go on where it stood.
      for (const call of calls)
        await (plan.paused_reasons.includes('readmitted')
          ? cancelCall(tx, call, 'readmitted')
          : suspendCall(tx, call, plan.paused_reasons[0] ?? 'staff'));
      return;
    default:
      for (const call of calls) await cancelCall(tx, call, plan.ended_reason ?? 'plan-ended');
  }
}

async function followTasks(
  tx: Tx,
  words: Words,
  plan: PlanRow,
  calls: readonly CallRow[],
  renew: boolean,
): Promise<void> {
  const { slug, pack_version: version, variant } = plan;
  if (slug === null || version === null || variant === null) return;
  const about: CallPlan = {
    id: plan.id,
    patientId: plan.patient_id,
    encounterId: plan.encounter_id,
    slug,
    version,
    variant: variant === 'transferred' ? 'transferred' : 'home',
  };
  const tasks = await tasksOfKind(tx, plan.id, 'call');
  for (const [index, task] of tasks.entries()) {
    const call = calls.find((one) => one.task_id === task.id) ?? null;
    if (task.state !== 'waiting' && task.state !== 'due') {
      if (call && task.state === 'cancelled') await cancelCall(tx, call, task.reason_code ?? 'replanned');
    } else if (call?.state === 'suspended') {
      await resumeCall(tx, call, newId<string>());
    } else if (mayLayOut(call, renew, tx.now)) {
      await layOut(tx, words, about, taskOf(task, index === 0), call);
    }
  }
}

/** Reasons that may turn out never to have held. */
const UNDONE: ReadonlySet<string> = new Set(['readmitted', 'died']);

/** A call that has ended or begun stays as it was; one cancelled by a readmission or a death that was none comes back while there is time. */
function mayLayOut(call: CallRow | null, renew: boolean, now: Date): boolean {
  if (!call) return true;
  if (call.state === 'waiting') return renew;
  return call.state === 'cancelled' && UNDONE.has(call.reason_code ?? '') && call.limit_at > now;
}

function taskOf(task: TaskRow, first: boolean) {
  return {
    id: task.id,
    owner: task.owner,
    title: task.title as { 'zh-CN': string; en: string },
    dueAt: task.due_at,
    limitAt: task.limit_at,
    first,
  };
}
