import {
  addDays,
  atLocal,
  type CivilDate,
  civilDate,
  type LocalTime,
  type Weekday,
  weekday,
  type Zone,
} from '../time/index.ts';

/**
 * A shift of a roster. An end at or before the start is on the next day (08:00 to 08:00 is a day on call); a shift
 * belongs to the date on which it starts, so Friday's night covers Saturday 03:00. No `weekdays` = every day.
 */
export type Shift = { start: LocalTime; end: LocalTime; weekdays?: readonly Weekday[] };
/** A running shift: `on` is the roster date it belongs to, `from` included, `until` excluded. */
export type RunningShift<S extends Shift> = { shift: S; on: CivilDate; from: Date; until: Date };

function runningOn<S extends Shift>(shift: S, on: CivilDate, zone: Zone): RunningShift<S> | null {
  if (shift.weekdays && !shift.weekdays.includes(weekday(on))) return null;
  const endsOn = shift.end <= shift.start ? addDays(on, 1) : on;
  return { shift, on, from: atLocal(on, shift.start, zone), until: atLocal(endsOn, shift.end, zone) };
}

/**
 * The shift on duty at this instant, or null. Where shifts overlap for a hand-over the one that began last is given,
 * since new work belongs to who stays; of two that began together, the one listed first.
 */
export function shiftAt<S extends Shift>(shifts: readonly S[], instant: Date, zone: Zone): RunningShift<S> | null {
  const today = civilDate(instant, zone);
  let best: RunningShift<S> | null = null;
  for (const shift of shifts) {
    for (const on of [today, addDays(today, -1)]) {
      const running = runningOn(shift, on, zone);
      if (!running || instant < running.from || instant >= running.until) continue;
      if (!best || running.from > best.from) best = running;
    }
  }
  return best;
}

/** Whether any of these shifts is on duty at this instant. */
export function shiftCovers(shifts: readonly Shift[], instant: Date, zone: Zone): boolean {
  return shiftAt(shifts, instant, zone) !== null;
}
