export { completeTask } from './complete-task.ts';
export { manifest } from './domain.ts';
export * from './events.ts';
export { type PlanRow, planById, planOfStay } from './plan.store.ts';
export { type TaskRow, tasksOfKind } from './task.store.ts';
