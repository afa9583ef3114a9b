/** One measured value. `at` is epoch milliseconds. */
export interface SparkPoint {
  readonly at: number;
  readonly value: number;
}
/** Geometry of a small chart in its own view box. */
export interface SparkShape {
  readonly line: string;
  readonly dots: readonly { readonly x: number; readonly y: number; readonly outside: boolean }[];
  readonly band: { readonly y: number; readonly height: number } | null;
}

const pad = 5;

/** Lays points out by time and value; the target band is always inside the picture. Needs at least one point. */
export function sparkShape(
  points: readonly SparkPoint[],
  width: number,
  height: number,
  band?: { low: number | null; high: number | null },
): SparkShape {
  const sorted = [...points].sort((a, b) => a.at - b.at);
  const edges = [band?.low, band?.high].filter((edge) => edge != null);
  const values = [...sorted.map((point) => point.value), ...edges];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [first, last] = [sorted[0]?.at ?? 0, sorted.at(-1)?.at ?? 0];
  const round = (n: number) => Math.round(n * 10) / 10;
  const x = (at: number) =>
    round(last === first ? width / 2 : pad + ((at - first) / (last - first)) * (width - 2 * pad));
  const y = (value: number) =>
    round(high === low ? height / 2 : height - pad - ((value - low) / (high - low)) * (height - 2 * pad));
  const outside = (value: number) => value < (band?.low ?? -Infinity) || value > (band?.high ?? Infinity);
  const dots = sorted.map(({ at, value }) => ({ x: x(at), y: y(value), outside: outside(value) }));
  const top = band?.high == null ? 0 : y(band.high);
  const bottom = band?.low == null ? height : y(band.low);
  return {
    line: dots.map((dot, index) => `${index === 0 ? 'M' : 'L'}${dot.x} ${dot.y}`).join(''),
    dots,
    band: edges.length > 0 ? { y: top, height: Math.max(2, round(bottom - top)) } : null,
  };
}
