import type { Tx } from '../../kernel/db/index.ts';
import { arrivalsBetween, countArrival } from './arrival.store.ts';

const SPAN_MS = 10 * 60_000;
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const SLOTS = 8;
/** Days the usual is taken from. */
const DAYS = 14;
/** A small hospital's usual hour, below which nothing is unusual. */
const LEAST_USUAL = 20;
/** Arrivals above this many times the usual hour are a surge: an interface that replays its archive, not patients going home. */
const FACTOR = 3;

export interface Surge {
  readonly arrivals: number;
  readonly usual: number;
}

/** Counts one discharge message at hospital time; `id` only picks the row. */
export async function noteArrival(tx: Tx, id: string): Promise<void> {
  const span = new Date(Math.floor(tx.now.getTime() / SPAN_MS) * SPAN_MS);
  await countArrival(tx, span, Number.parseInt(id.slice(-1), 16) % SLOTS);
}

/** The surge under way, or null: discharges of the last hour against the median of the same hour of the 14 days before. */
export async function surgeNow(tx: Tx): Promise<Surge | null> {
  const recent = await arrivalsBetween(tx, new Date(tx.now.getTime() - HOUR_MS), tx.now);
  const arrivals = recent.reduce((sum, row) => sum + row.discharges, 0);
  // Most hours end here, with a handful of rows read.
  if (arrivals <= FACTOR * LEAST_USUAL) return null;
  const before = await arrivalsBetween(
    tx,
    new Date(tx.now.getTime() - DAYS * DAY_MS - HOUR_MS),
    new Date(tx.now.getTime() - DAY_MS),
  );
  const usual = Math.max(LEAST_USUAL, usualOf(before, tx.now));
  return arrivals > FACTOR * usual ? { arrivals, usual } : null;
}

/** Median over the 14 days before of what arrived in the hour that ends at this time of day. Days without any count as none. */
export function usualOf(rows: readonly { span_at: Date; discharges: number }[], now: Date): number {
  const days = Array.from({ length: DAYS }, () => 0);
  for (const { span_at, discharges } of rows) {
    const age = now.getTime() - span_at.getTime();
    const day = Math.floor(age / DAY_MS);
    if (day >= 1 && day <= DAYS && age - day * DAY_MS < HOUR_MS) days[day - 1] = (days[day - 1] ?? 0) + discharges;
  }
  days.sort((a, b) => a - b);
  return ((days[DAYS / 2 - 1] ?? 0) + (days[DAYS / 2] ?? 0)) / 2;
}
