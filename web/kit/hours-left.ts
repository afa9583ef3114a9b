const minuteMs = 60_000;

/** What a window's clock says: how much, in which unit, and whether that is still ahead, near its end, or past. */
export interface TimeLeft {
  readonly state: 'before' | 'ahead' | 'soon' | 'over';
  readonly unit: 'minutes' | 'hours' | 'days';
  readonly n: number;
}

/**
 * Time left until `dueAt` (epoch ms). Whole units, rounded so that nobody is promised more time than there is: time left goes
 * down, time over goes up. Under an hour it counts minutes, from 72 hours on days. `opensAt` gives windows that have not begun.
 */
export function timeLeft(dueAt: number, now: number, opensAt?: number): TimeLeft {
  if (opensAt !== undefined && now < opensAt) return { state: 'before', ...measure(opensAt - now, Math.ceil) };
  const left = dueAt - now;
  if (left < 0) return { state: 'over', ...measure(-left, Math.ceil) };
  return { state: left <= 4 * 60 * minuteMs ? 'soon' : 'ahead', ...measure(left, Math.floor) };
}

function measure(ms: number, round: (n: number) => number): Pick<TimeLeft, 'unit' | 'n'> {
  const minutes = round(ms / minuteMs);
  if (minutes < 60) return { unit: 'minutes', n: minutes };
  const hours = round(ms / (60 * minuteMs));
  return hours < 72 ? { unit: 'hours', n: hours } : { unit: 'days', n: round(ms / (1440 * minuteMs)) };
}
