/** What careplans tells the domains after it; the lane is always the patient. */
export const PLAN_STARTED = 'plan.started';
export const PLAN_PAUSED = 'plan.paused';
export const PLAN_RESUMED = 'plan.resumed';
export const PLAN_ENDED = 'plan.ended';
/** The plan was laid out anew: times, pack or variant differ; who keeps something per task reads the tasks again. */
export const PLAN_CHANGED = 'plan.changed';
/** A discharge got no plan. */
export const PLAN_NOT_STARTED = 'plan.not-started';
/** The plan waits for the ward's choice. */
export const PLAN_AWAITING = 'plan.awaiting-choice';
export const TASK_DUE = 'task.due';
export const TASK_COMPLETED = 'task.completed';

export type PlanStarted = {
  planId: string;
  encounterId: string;
  patientId: string;
  slug: string;
  version: string;
  variant: 'home' | 'transferred';
};
export type PlanChanged = PlanStarted;
export type PlanPaused = { planId: string; encounterId: string; patientId: string; reason: string };
export type PlanResumed = PlanPaused;
export type PlanEnded = PlanPaused;
export type PlanNotStarted = PlanPaused;
export type PlanAwaiting = PlanPaused;
export type TaskDue = { taskId: string; planId: string; encounterId: string; patientId: string; kind: string };
export type TaskCompleted = TaskDue & { outcome: string };

/** Own due work: a plan's daily turn, a task whose hour has come. */
export const PLAN_WOKEN = 'careplans.plan-woken';
export const TASK_WOKEN = 'careplans.task-woken';
