import { civilDate } from '../../../kit/civil.ts';

/** Lines in their order, cut where the hospital's date changes. */
export function byDay<L extends { readonly at: string }>(
  lines: readonly L[],
  timeZone: string,
): { on: string; lines: L[] }[] {
  const days: { on: string; lines: L[] }[] = [];
  for (const line of lines) {
    const on = civilDate(Date.parse(line.at), timeZone);
    const last = days.at(-1);
    if (last?.on === on) last.lines.push(line);
    else days.push({ on, lines: [line] });
  }
  return days;
}
