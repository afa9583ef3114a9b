/** How much of the way from `from` (epoch ms) to `target` has been walked, 0 to 1. */
export function advanceShare(from: number, reached: string, target: string): number {
  const whole = Date.parse(target) - from;
  if (whole <= 0) return 1;
  return Math.min(1, Math.max(0, (Date.parse(reached) - from) / whole));
}
