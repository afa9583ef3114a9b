import { setHospitalTime } from '../kernel/clock/hospital.ts';
import { sleep, wallNow } from '../kernel/clock/wall.ts';
import type { Database } from '../kernel/db/index.ts';
import type { HospitalId } from '../kernel/ids/index.ts';
import type { Dispatcher } from '../kernel/outbox/index.ts';
import { isUnderWay } from '../kernel/outbox/index.ts';
import { type DueTable, nextDue, sweepHospital } from '../kernel/sweep/index.ts';

export interface DrainDeps {
  readonly db: Database;
  readonly dispatcher: Dispatcher;
  readonly dues: readonly DueTable[];
}

/** Sweeps what is due and carries deliveries until nothing more can run now; what failed waits for its retry. */
export async function drain(deps: DrainDeps, hospitalId: HospitalId): Promise<void> {
  for (;;) {
    const woken = await sweepHospital(deps.db, hospitalId, deps.dues);
    const handled = await deps.dispatcher.drainHospital(hospitalId);
    if (woken > 0 || handled > 0) continue;
    if (!(await deps.db.tenant(hospitalId, (tx) => isUnderWay(tx, wallNow())))) return;
    // The loop of this or another process holds the rest: wait for it, or for its lease to run out.
    await sleep(5);
  }
}

/**
 * Moves hospital time forward to `to`, instant by instant: to the next due instant, sweep, drain until quiet, again. Nothing
 * that would have happened on the way is skipped or comes out of order. `onInstant` is told of each stop.
 */
export async function advance(
  deps: DrainDeps,
  hospitalId: HospitalId,
  to: Date,
  onInstant: (at: Date) => void = () => undefined,
): Promise<void> {
  await drain(deps, hospitalId);
  for (;;) {
    const { next, now } = await deps.db.tenant(hospitalId, async (tx) => ({
      next: await nextDue(tx, deps.dues),
      now: tx.now,
    }));
    if (now >= to) return;
    const target = next !== null && next < to ? next : to;
    if (target > now) await deps.db.tenant(hospitalId, (tx) => setHospitalTime(tx, target));
    onInstant(target);
    await drain(deps, hospitalId);
    if (target >= to) return;
  }
}
