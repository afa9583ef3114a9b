/** The value below which `share` of the sorted samples lie (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Milliseconds the work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Prints a measured figure, its floor in the same run, and how far apart they are. */
export function report(
  what: string,
  unit: string,
  ours: number,
  floor: number,
  better: 'more' | 'less',
  note = '',
): void {
  const ratio = better === 'more' ? floor / ours : ours / floor;
  process.stdout.write(
    `${what.padEnd(44)} ${ours.toFixed(1).padStart(10)} ${unit.padEnd(8)} floor ${floor.toFixed(1).padStart(10)} ${unit.padEnd(8)} ratio ${ratio.toFixed(2)}${note ? `  ${note}` : ''}\n`,
  );
}

/** Runs the work over the items, `width` at a time. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}
