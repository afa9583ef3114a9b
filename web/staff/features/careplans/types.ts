import type { Reply } from '../../api/types.ts';

export type Plan = Reply<'careplans.listPlans'>['items'][number];
export type PlanTask = Reply<'careplans.listPlanTasks'>['items'][number];
