import type { LaidTask } from './lay-out.ts';

/** A task as it stands in the plan. */
export interface StandingTask {
  readonly id: string;
  readonly taskKey: string;
  readonly occurrence: string;
  readonly state: string;
  readonly reasonCode: string | null;
  readonly dueAt: Date;
  readonly limitAt: Date | null;
}

/** What changes when a plan is laid out anew. */
export interface PlanDiff {
  readonly insert: readonly LaidTask[];
  readonly move: readonly { readonly id: string; readonly task: LaidTask }[];
  readonly cancel: readonly string[];
}

/** Reason of a task that a new layout no longer has. */
export const REPLANNED = 're-planned';

/**
 * Compares a plan with what it should be now. Only tasks that nobody has begun are touched: those that wait, those that were past
 * when the stay was recorded, and those an earlier new layout took out. What keeps its hours stays as it is. Pure.
 */
export function diffPlan(standing: readonly StandingTask[], wanted: readonly LaidTask[]): PlanDiff {
  const byPlace = new Map(standing.map((task) => [placeOf(task), task]));
  const insert: LaidTask[] = [];
  const move: { id: string; task: LaidTask }[] = [];
  const kept = new Set<string>();
  for (const task of wanted) {
    const have = byPlace.get(placeOf(task));
    if (!have) {
      insert.push(task);
      continue;
    }
    kept.add(have.id);
    if (isOpen(have) && !(isPlaced(have) && sameHours(have, task))) move.push({ id: have.id, task });
  }
  const cancel = standing.filter((task) => task.state === 'waiting' && !kept.has(task.id)).map((task) => task.id);
  return { insert, move, cancel };
}

/** Nobody has begun it, nothing has been sent. */
function isOpen(task: StandingTask): boolean {
  return isPlaced(task) || (task.state === 'cancelled' && task.reasonCode === REPLANNED);
}

function isPlaced(task: StandingTask): boolean {
  return task.state === 'waiting' || (task.state === 'skipped' && task.reasonCode === 'past-when-recorded');
}

function sameHours(a: Pick<StandingTask, 'dueAt' | 'limitAt'>, b: LaidTask): boolean {
  return a.dueAt.getTime() === b.dueAt.getTime() && a.limitAt?.getTime() === b.limitAt?.getTime();
}

const placeOf = (task: { taskKey: string; occurrence: string }) => `${task.taskKey} ${task.occurrence}`;
