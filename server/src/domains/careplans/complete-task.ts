import { type Scope, staffOf } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { TASK_COMPLETED, type TaskCompleted } from './events.ts';
import { lockPlan } from './plan.store.ts';
import { closeReview, isListed } from './review-item.ts';
import { lockTask, planIdOfTask, saveTask, type TaskRow } from './task.store.ts';
import { hintPlan } from './tell.ts';

/**
 * Marks a task as done, by whoever did it: a call that was finished, a survey that was answered, a visit that took place. A task that
 * was skipped may still be done late; one of an ended plan stays cancelled. Doing it again changes nothing. Null for an id nobody has.
 */
export async function completeTask(
  tx: Tx,
  scope: Scope,
  taskId: string,
  result: { outcome: string; ref?: string },
): Promise<TaskRow | null> {
  const planId = await planIdOfTask(tx, taskId);
  const plan = planId === null ? null : await lockPlan(tx, planId);
  const task = await lockTask(tx, taskId);
  if (!plan || !task) return null;
  if (task.state === 'done' || task.state === 'cancelled') return task;
  const saved = await saveTask(tx, {
    ...task,
    state: 'done',
    reason_code: null,
    result: { outcome: result.outcome, ...(result.ref === undefined ? {} : { ref: result.ref }) },
    done_at: tx.now,
    done_by: staffOf(scope),
    wake_at: null,
  });
  if (isListed(task)) await closeReview(tx, taskId, result.outcome);
  const payload: TaskCompleted = {
    taskId,
    planId: plan.id,
    encounterId: plan.encounter_id,
    patientId: plan.patient_id,
    kind: task.kind,
    outcome: result.outcome,
  };
  await emit(tx, { type: TASK_COMPLETED, lane: plan.patient_id, payload });
  await audit(tx, scope, {
    action: 'careplans.task-completed',
    subject: { kind: 'task', id: taskId },
    patientId: plan.patient_id,
    detail: { kind: task.kind, outcome: result.outcome },
  });
  hintPlan(tx, plan);
  return saved;
}
