import * as contract from '../../../contract/kernel.ts';
import { ownHospital } from '../domains/identity/index.ts';
import { wallNow } from '../kernel/clock/wall.ts';
import type { Ctx } from '../kernel/context.ts';
import { type Endpoint, notFound, on, onTx, Problem } from '../kernel/http/index.ts';
import type { HospitalId } from '../kernel/ids/index.ts';
import { advance, type DrainDeps } from './advance.ts';

interface Moving {
  readonly target: Date;
  reached: Date;
}

/** The demo's clock: one move at a time per hospital, in this process; its progress is told on the topic `clock:`. */
export function clockRoutes(
  ctx: () => Ctx,
  drainDeps: () => DrainDeps,
): { endpoints: Endpoint[]; settled: () => Promise<void> } {
  const moving = new Map<HospitalId, Moving>();
  const running = new Set<Promise<void>>();

  const read = onTx(contract.readClock, async (tx) => {
    if (!(await ownHospital(tx)).demo) throw notFound();
    const move = moving.get(tx.hospitalId);
    return {
      now: tx.now.toISOString(),
      offsetSeconds: Math.round((tx.now.getTime() - wallNow().getTime()) / 1000),
      advancing: move !== undefined,
      reached: move?.reached.toISOString() ?? null,
      target: move?.target.toISOString() ?? null,
    };
  });

  const move = on(contract.advanceClock, async ({ scope, body }) => {
    const { hospitalId } = scope;
    const now = await ctx().db.tenant(hospitalId, async (tx) => {
      if (!(await ownHospital(tx)).demo) throw notFound();
      return tx.now;
    });
    if (moving.has(hospitalId)) throw new Problem('kernel', 'clock-moving', 409);
    const target = new Date(now.getTime() + body.minutes * 60_000);
    const state: Moving = { target, reached: now };
    moving.set(hospitalId, state);
    const tell = () => ctx().hub.tell(hospitalId, [{ topic: 'clock:', kind: 'clock', id: null }]);
    let told = 0;
    const work = advance(drainDeps(), hospitalId, target, (at) => {
      state.reached = at;
      if (wallNow().getTime() - told < 250) return;
      told = wallNow().getTime();
      tell();
    })
      .catch((err: unknown) => ctx().log.error({ err }, 'the clock could not be moved to its end'))
      .finally(() => {
        moving.delete(hospitalId);
        running.delete(work);
        tell();
      });
    running.add(work);
    return { target: target.toISOString() };
  });

  return { endpoints: [read, move], settled: async () => void (await Promise.all(running)) };
}
