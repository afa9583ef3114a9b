import { addDays, civilDate, instantOf } from '../../../kit/civil.ts';

const HOUR_MS = 3_600_000;

/**
 * Times to put something aside until, in epoch ms: an hour, three hours, this evening, tomorrow morning and afternoon; none in the
 * quiet of the night and none beyond the item's last time.
 */
export function atLocalTime(now: number, timeZone: string, limit: number | null): number[] {
  const today = civilDate(now, timeZone);
  const at = (date: string, time: string) => Date.parse(String(instantOf(date, time, timeZone)));
  const night = at(today, '21:00');
  const soon = [now + HOUR_MS, now + 3 * HOUR_MS].filter((time) => time < night);
  const tomorrow = addDays(today, 1);
  return [...soon, at(today, '18:30'), at(tomorrow, '09:00'), at(tomorrow, '14:30')]
    .filter((time, index, all) => time > now && (limit === null || time <= limit) && all.indexOf(time) === index)
    .sort((a, b) => a - b);
}
