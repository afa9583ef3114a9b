const minute = 60_000;
const dayMs = 86_400_000;

function partsAt(at: number, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}

/** The civil date (YYYY-MM-DD) of an instant (epoch ms) in a time zone. */
export function civilDate(at: number, timeZone: string): string {
  const { year, month, day } = partsAt(at, timeZone);
  return `${year}-${month}-${day}`;
}

/** The wall time (HH:mm) of an instant (epoch ms) in a time zone. */
export function civilTime(at: number, timeZone: string): string {
  const { hour, minute: minutes } = partsAt(at, timeZone);
  return `${hour}:${minutes}`;
}

/** A civil date moved by whole days. */
export function addDays(date: string, days: number): string {
  const moved = Date.parse(`${date}T00:00:00Z`) + days * dayMs;
  return civilDate(moved, 'UTC');
}

/** The Monday on or before a civil date. */
export function mondayOf(date: string): string {
  const sinceMonday = (Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs) + 3) % 7;
  return addDays(date, -sinceMonday);
}

/**
 * The instant (epoch ms) at which a zone's clocks show `date` `time` (HH:mm).
 * Where the hour happens twice the first is taken; where it is skipped, the instant after the gap.
 */
export function instantOf(date: string, time: string, timeZone: string): number {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const offsetAt = (at: number) => {
    const { year, month, day, hour, minute: minutes, second } = partsAt(at, timeZone);
    return Date.parse(`${year}-${month}-${day}T${hour}:${minutes}:${second}Z`) - Math.floor(at / 1000) * 1000;
  };
  const before = asUtc - offsetAt(asUtc - 720 * minute);
  const after = asUtc - offsetAt(asUtc + 720 * minute);
  const fits = [before, after].filter((at) => at + offsetAt(at) === asUtc);
  return fits.length > 0 ? Math.min(...fits) : Math.max(before, after);
}

/** Minutes (at least 1) from now until the next civil day's `time` (HH:mm). */
export function minutesUntilTomorrow(time: string, now: number, timeZone: string): number {
  const target = instantOf(addDays(civilDate(now, timeZone), 1), time, timeZone);
  return Math.max(1, Math.ceil((target - now) / minute));
}
