export { completeTask } from './complete-task.ts';
export { manifest } from './domain.ts';
export * from './events.ts';
export { TOO_OLD_DAYS } from './judge-start.ts';
export { type PlanRow, planById, planOfStay } from './plan.store.ts';
export { MESSAGE_VALID_HOURS } from './send-message.ts';
export { choosePlan as choose, end, pause, resume } from './staff-acts.ts';
export { type TaskRow, tasksOfKind } from './task.store.ts';
