import { addDays, addMonths, atLocal, civilDate, type LocalTime, type Zone } from '../time/index.ts';

/** When something of a plan is due, counted from a named instant of the stay (`discharge`, `surgery`, …). */
export type OffsetSchedule =
  /** `day` calendar days after the anchor's civil date (day 0 is that date), at a wall-clock time. */
  | { anchor: string; day: number; time: LocalTime }
  /** Elapsed hours after the anchor, whatever the clocks show. */
  | { anchor: string; hours: number }
  /** Calendar months after the anchor's civil date, at a wall-clock time. */
  | { anchor: string; months: number; time: LocalTime }
  /** Every `everyDays` days from `fromDay` to `toDay` (null = no end), at each of `times`. */
  | { anchor: string; fromDay: number; toDay: number | null; everyDays: number; times: readonly LocalTime[] };

export type OffsetInput = {
  anchors: Readonly<Partial<Record<string, Date>>>;
  schedule: OffsetSchedule;
  zone: Zone;
  /** Last day, counted from the anchor's date, to which a repeating schedule is laid out; single ones ignore it. */
  horizonDays: number;
};

/** `occurrence` is stable: it names the place in the schedule (`d3`, `h48`, `m6`, `d4T08:00`), never the date. */
export type Occurrence = { occurrence: string; at: Date };
export type OffsetResult = { ok: true; occurrences: Occurrence[] } | { ok: false; missingAnchor: string };

function requireWhole(value: number, name: string): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${name} must be a whole number`);
}

type Repeating = Extract<OffsetSchedule, { fromDay: number }>;

function repeating(anchorOn: string, schedule: Repeating, zone: Zone, horizonDays: number): Occurrence[] {
  const { fromDay, toDay, everyDays, times } = schedule;
  requireWhole(fromDay, 'fromDay');
  requireWhole(horizonDays, 'horizonDays');
  if (toDay !== null) requireWhole(toDay, 'toDay');
  requireWhole(everyDays, 'everyDays');
  if (everyDays < 1) throw new RangeError('everyDays must be at least 1');
  const last = toDay === null ? horizonDays : Math.min(toDay, horizonDays);
  const found: Occurrence[] = [];
  for (let day = fromDay; day <= last; day += everyDays) {
    const on = addDays(anchorOn, day);
    for (const time of new Set(times)) found.push({ occurrence: `d${day}T${time}`, at: atLocal(on, time, zone) });
  }
  // Sorted by instant, not by wall time: in spring 02:30 and 03:15 of one day come the other way round.
  return found.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.occurrence < b.occurrence ? -1 : 1));
}

function layOut(anchor: Date, { schedule, zone, horizonDays }: OffsetInput): Occurrence[] {
  if ('hours' in schedule) {
    const { hours } = schedule;
    if (!Number.isFinite(hours)) throw new RangeError('hours must be finite');
    return [{ occurrence: `h${hours}`, at: new Date(anchor.getTime() + hours * 3_600_000) }];
  }
  const anchorOn = civilDate(anchor, zone);
  if ('day' in schedule) {
    requireWhole(schedule.day, 'day');
    return [{ occurrence: `d${schedule.day}`, at: atLocal(addDays(anchorOn, schedule.day), schedule.time, zone) }];
  }
  if ('months' in schedule) {
    requireWhole(schedule.months, 'months');
    const on = addMonths(anchorOn, schedule.months);
    return [{ occurrence: `m${schedule.months}`, at: atLocal(on, schedule.time, zone) }];
  }
  return repeating(anchorOn, schedule, zone, horizonDays);
}

/**
 * The instants at which a schedule falls due, in order. A larger horizon only adds to the end, and a corrected anchor
 * moves the instants but keeps the keys, so laying a plan out again meets its own rows. A stay without the anchor
 * (no operation) is an answer, not an error. Throws RangeError for a malformed schedule.
 */
export function resolveOffset(input: OffsetInput): OffsetResult {
  const name = input.schedule.anchor;
  const anchor = Object.hasOwn(input.anchors, name) ? input.anchors[name] : undefined;
  return anchor ? { ok: true, occurrences: layOut(anchor, input) } : { ok: false, missingAnchor: name };
}
