import type { EventHandler } from '../../kernel/http/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { TASK_DUE, type TaskDue } from './events.ts';
import { lockPlan } from './plan.store.ts';
import { isListed, openReview } from './review-item.ts';
import { sendMessage } from './send-message.ts';
import { lockTask, planIdOfTask, saveTask } from './task.store.ts';
import { hintPlan } from './tell.ts';

/**
 * The hour of a task has come: a message goes to `channels`, anything else becomes due and says so, a review
 * also on the worklist. A plan that rests keeps its tasks waiting; they are looked at again when it goes on.
 */
export const onTaskWoken: EventHandler = async (tx, event, ctx) => {
  const id = String(event.payload.id);
  const planId = await planIdOfTask(tx, id);
  const plan = planId === null ? null : await lockPlan(tx, planId);
  const task = await lockTask(tx, id);
  if (!plan || !task || task.state !== 'waiting' || plan.state !== 'active') return;
  if (task.due_at > tx.now) {
    await saveTask(tx, { ...task, wake_at: task.due_at });
    return;
  }
  if (task.kind === 'message') {
    await sendMessage(tx, ctx.words, plan, task);
  } else {
    await saveTask(tx, { ...task, state: 'due', wake_at: null });
    const payload: TaskDue = {
      taskId: task.id,
      planId: plan.id,
      encounterId: plan.encounter_id,
      patientId: plan.patient_id,
      kind: task.kind,
    };
    await emit(tx, { type: TASK_DUE, lane: plan.patient_id, payload });
    if (isListed(task)) await openReview(tx, ctx.words, plan, task);
  }
  hintPlan(tx, plan);
};
