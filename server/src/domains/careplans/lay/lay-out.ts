import { type OffsetSchedule, resolveOffset } from '../../../kernel/sequence/index.ts';
import { addMonths, atLocal, civilDate, daysBetween, type Zone } from '../../../kernel/time/index.ts';
import type { Bilingual, Pathway, PathwayTask, TaskKind } from '../../content/index.ts';

/** The instants a plan counts from. */
export interface Anchors {
  readonly discharge: Date;
  /** Null, or after the discharge (a slip of the feed): everything counts from the discharge. */
  readonly surgery: Date | null;
}

/** How far a plan is laid out; what lies beyond comes when the plan is laid further. */
export interface Horizon {
  /** Tasks that repeat by the day. */
  readonly repeatingUntil: Date;
  /** Tasks placed by calendar month. */
  readonly monthlyUntil: Date;
}

/** One task at its place in time. `taskKey` and `occurrence` name the place in the pack, never the date. */
export interface LaidTask {
  readonly taskKey: string;
  readonly occurrence: string;
  readonly kind: TaskKind;
  readonly owner: string;
  readonly title: Bilingual;
  readonly ref: string | null;
  readonly dueAt: Date;
  readonly limitAt: Date | null;
  readonly state: 'waiting' | 'skipped';
  readonly reasonCode: 'past-when-recorded' | null;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Days for which repeating tasks stand in a plan, and days for which recalls by month do: a year and its leap day. */
export const REPEATING_DAYS = 21;
export const MONTHLY_DAYS = 366;

/** The horizon of a plan laid out or laid further at `now`. */
export function horizonFrom(now: Date): Horizon {
  return {
    repeatingUntil: new Date(now.getTime() + REPEATING_DAYS * DAY_MS),
    monthlyUntil: new Date(now.getTime() + MONTHLY_DAYS * DAY_MS),
  };
}

/** The operation counts where it is known and before the discharge. */
export function surgeryCounts(anchors: Anchors): boolean {
  return anchors.surgery !== null && anchors.surgery <= anchors.discharge;
}

/**
 * Every task of the pathway up to the horizon, in order of time. What would have been before the discharge is left out; what is
 * past at `now` is skipped, a call is kept and is late. Pure. Throws RangeError for a malformed schedule.
 */
export function layOut(pathway: Pathway, anchors: Anchors, zone: Zone, now: Date, horizon: Horizon): LaidTask[] {
  return pathway.tasks
    .flatMap((task) =>
      occurrences(task, anchors, zone, horizon)
        .filter(({ at }) => !task.afterDischargeOnly || at >= anchors.discharge)
        .map(({ occurrence, at }) => place(task, occurrence, at, now)),
    )
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.taskKey < b.taskKey ? -1 : 1));
}

/** Past: the limit has gone by, or where there is none, the hour itself. A call is owed however late. */
export function isPast(task: { kind: string; dueAt: Date; limitAt: Date | null }, now: Date): boolean {
  return task.kind !== 'call' && (task.limitAt ?? task.dueAt) <= now;
}

function place(task: PathwayTask, occurrence: string, at: Date, now: Date): LaidTask {
  const limitAt = task.dueWithinHours === undefined ? null : new Date(at.getTime() + task.dueWithinHours * HOUR_MS);
  const past = isPast({ kind: task.kind, dueAt: at, limitAt }, now);
  return {
    taskKey: task.id,
    occurrence,
    kind: task.kind,
    owner: task.owner,
    title: task.title,
    ref: task.ref ?? null,
    dueAt: at,
    limitAt,
    state: past ? 'skipped' : 'waiting',
    reasonCode: past ? 'past-when-recorded' : null,
  };
}

function occurrences({ schedule }: PathwayTask, anchors: Anchors, zone: Zone, horizon: Horizon) {
  const anchor = schedule.anchor === 'surgery' && surgeryCounts(anchors) ? anchors.surgery : anchors.discharge;
  const from = anchor ?? anchors.discharge;
  if ('months' in schedule) return monthly(schedule, from, zone, horizon.monthlyUntil);
  const horizonDays = daysBetween(civilDate(from, zone), civilDate(horizon.repeatingUntil, zone));
  const laid = resolveOffset({ anchors: { [schedule.anchor]: from }, schedule, zone, horizonDays });
  return laid.ok ? laid.occurrences : [];
}

/** Calendar months after the anchor, again every `everyMonths` where the pack says so, as far as the horizon. */
function monthly(
  schedule: Extract<OffsetSchedule, { months: number }> & { everyMonths?: number | undefined },
  from: Date,
  zone: Zone,
  until: Date,
): { occurrence: string; at: Date }[] {
  const on = civilDate(from, zone);
  const found = [];
  for (let month = schedule.months; ; month += schedule.everyMonths ?? 0) {
    const at = atLocal(addMonths(on, month), schedule.time, zone);
    if (at > until) return found;
    found.push({ occurrence: `m${month}`, at });
    if (schedule.everyMonths === undefined) return found;
  }
}
