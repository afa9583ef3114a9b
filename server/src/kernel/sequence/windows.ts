import { addDays, atLocalBoth, civilDate, localMillis, nextTransition, type Zone } from '../time/index.ts';

/**
 * A daily stretch of wall-clock time, `HH:MM`, start included, end excluded; `end` may be `24:00`. An end before the
 * start runs over midnight; equal ends are an empty stretch (quiet hours switched off).
 */
export type DailyWindow = { start: string; end: string };
/** Never inside `quiet`; and where `preferred` has any, only inside one of them. */
export type ContactWindows = { quiet?: DailyWindow | null; preferred?: readonly DailyWindow[] };

const CLOCK = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;
const DAYS_SEARCHED = 3;

function millisOf(clock: string): number {
  const match = CLOCK.exec(clock);
  if (!match) throw new RangeError('window bound must be HH:MM between 00:00 and 24:00');
  return match[1] === undefined ? 86_400_000 : (Number(match[1]) * 60 + Number(match[2])) * 60_000;
}

/** Whether the clocks of `zone` stand inside the window at this instant. */
export function inWindow(instant: Date, window: DailyWindow, zone: Zone): boolean {
  const now = localMillis(instant, zone);
  const start = millisOf(window.start);
  const end = millisOf(window.end);
  return start <= end ? start <= now && now < end : now >= start || now < end;
}

/** Whether a patient may be contacted at this instant: outside quiet hours and, if any are named, in preferred ones. */
export function isContactAllowed(instant: Date, windows: ContactWindows, zone: Zone): boolean {
  if (windows.quiet && inWindow(instant, windows.quiet, zone)) return false;
  const preferred = windows.preferred ?? [];
  return preferred.length === 0 || preferred.some((window) => inWindow(instant, window, zone));
}

function boundsOf(windows: ContactWindows): string[] {
  const bounds = (windows.preferred ?? []).map((window) => window.start);
  if (windows.quiet) bounds.push(windows.quiet.end);
  return bounds.map((bound) => (bound === '24:00' ? '00:00' : bound));
}

/**
 * The first instant, this one or later, at which contact is allowed; null when the windows leave no time at all.
 * It can only begin where a window does or where the clocks are turned, so only those instants are tried.
 */
export function nextAllowed(instant: Date, windows: ContactWindows, zone: Zone): Date | null {
  if (isContactAllowed(instant, windows, zone)) return instant;
  const today = civilDate(instant, zone);
  const candidates: Date[] = [];
  for (let day = 0; day <= DAYS_SEARCHED; day += 1) {
    for (const bound of boundsOf(windows)) candidates.push(...atLocalBoth(addDays(today, day), bound, zone));
  }
  const turned = nextTransition(instant, zone);
  if (turned) candidates.push(turned);
  candidates.sort((a, b) => a.getTime() - b.getTime());
  return candidates.find((c) => c.getTime() > instant.getTime() && isContactAllowed(c, windows, zone)) ?? null;
}
