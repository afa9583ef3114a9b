import { Temporal } from 'temporal-polyfill';

/** A civil date, `YYYY-MM-DD`. Never a `Date`: a `Date` at midnight is yesterday in half of the world. */
export type CivilDate = string;
/** A wall-clock time of day, `HH:MM`, 00:00 to 23:59. */
export type LocalTime = string;
/** An IANA time zone name, for example `Asia/Shanghai`. */
export type Zone = string;
/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

// Temporal alone would also accept '20261122' or a date with a time behind it: such a string came past a boundary unread.
function plainDate(date: CivilDate): Temporal.PlainDate {
  if (!DATE.test(date)) throw new RangeError('civil date must be YYYY-MM-DD');
  return Temporal.PlainDate.from(date);
}

function plainTime(time: LocalTime): Temporal.PlainTime {
  if (!TIME.test(time)) throw new RangeError('local time must be HH:MM between 00:00 and 23:59');
  return Temporal.PlainTime.from(time);
}

function zoned(instant: Date, zone: Zone): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}

const toDate = (z: Temporal.ZonedDateTime): Date => new Date(z.epochMilliseconds);

/** The date on the wall calendar of `zone` at this instant. Throws RangeError for an invalid Date or unknown zone. */
export function civilDate(instant: Date, zone: Zone): CivilDate {
  return zoned(instant, zone).toPlainDate().toString();
}

/** The wall-clock time of `zone` at this instant in milliseconds since its 00:00, 0 to 86,399,999. */
export function localMillis(instant: Date, zone: Zone): number {
  const z = zoned(instant, zone);
  return ((z.hour * 60 + z.minute) * 60 + z.second) * 1000 + z.millisecond;
}

/**
 * The instant at which the clocks of `zone` show `time` on `date`. A time skipped in spring moves later by the gap,
 * a time shown twice in autumn is the first of the two (Temporal's `compatible`).
 */
export function atLocal(date: CivilDate, time: LocalTime, zone: Zone): Date {
  const key = `${date}T${time}@${zone}`;
  const known = resolved.get(key);
  if (known !== undefined) return new Date(known);
  const instant = toDate(plainDate(date).toZonedDateTime({ timeZone: zone, plainTime: plainTime(time) }));
  if (resolved.size >= RESOLVED_MOST) resolved.clear();
  resolved.set(key, instant.getTime());
  return instant;
}

/**
 * Wall-clock times already resolved. Plans of one day ask for the same dates and hours again and again: 25 ms of a plan's laying
 * out were Temporal's, 1 ms is left.
 */
const resolved = new Map<string, number>();
const RESOLVED_MOST = 20_000;

/** Both readings of a wall-clock time, earlier first: one instant on usual days, two where clocks are turned. */
export function atLocalBoth(date: CivilDate, time: LocalTime, zone: Zone): Date[] {
  const wall = plainDate(date).toPlainDateTime(plainTime(time));
  const early = toDate(wall.toZonedDateTime(zone, { disambiguation: 'earlier' }));
  const late = toDate(wall.toZonedDateTime(zone, { disambiguation: 'later' }));
  return early.getTime() === late.getTime() ? [early] : [early, late];
}

/** The next instant after this one at which the clocks of `zone` are turned, or null where they never are again. */
export function nextTransition(instant: Date, zone: Zone): Date | null {
  const next = zoned(instant, zone).getTimeZoneTransition('next');
  return next === null ? null : toDate(next);
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return plainDate(date).add({ days }).toString();
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return plainDate(from).until(plainDate(to), { largestUnit: 'day' }).days;
}

/** The same day of the month `months` later; a day that month lacks becomes its last (31 Jan + 1 is 28 or 29 Feb). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return plainDate(date).add({ months }, { overflow: 'constrain' }).toString();
}

/**
 * Completed years of life on a date. Somebody born on 29 February completes a year on 1 March of common years.
 * Throws RangeError when `onDate` is before birth.
 */
export function ageInYears(birthDate: CivilDate, onDate: CivilDate): number {
  const born = plainDate(birthDate);
  const on = plainDate(onDate);
  if (Temporal.PlainDate.compare(on, born) < 0) throw new RangeError('onDate is before birthDate');
  const reached = on.month > born.month || (on.month === born.month && on.day >= born.day);
  return on.year - born.year - (reached ? 0 : 1);
}

/** ISO weekday of a date, Monday 1 to Sunday 7. */
export function weekday(date: CivilDate): Weekday {
  return plainDate(date).dayOfWeek as Weekday;
}

/** Elapsed hours from one instant to another, with fractions; negative when `to` is earlier. */
export function hoursBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 3_600_000;
}
