import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { end } from './end.ts';
import { lockPlansOfStay, type PlanRow } from './plan.store.ts';
import { replan } from './replan.ts';
import { settlePatient } from './settle-patient.ts';
import { startPlan } from './start-plan.ts';
import { readStay, type Stay } from './stay.ts';

/**
 * Brings a stay's plan to what the stay is now: none while it goes on, one laid out when it has ended, laid out anew when it was
 * corrected, ended when the discharge was taken back. Asked after every event about a stay; order and repetition do not matter.
 */
export async function settleStay(tx: Tx, words: Ctx['words'], encounterId: string): Promise<void> {
  const stay = await readStay(tx, encounterId);
  if (!stay) return;
  const plans = await lockPlansOfStay(tx, stay.id);
  const current = plans.find((plan) => plan.state !== 'ended') ?? null;
  await settle(tx, words, stay, current, plans);
  await settlePatient(tx, stay.patientId);
}

async function settle(tx: Tx, words: Ctx['words'], stay: Stay, current: PlanRow | null, plans: PlanRow[]) {
  const { dischargedAt } = stay;
  if (stay.status !== 'finished' || dischargedAt === null) {
    if (current) await end(tx, current, stay.status === 'cancelled' ? 'admission-cancelled' : 'discharge-cancelled');
    return;
  }
  const finished = { ...stay, dischargedAt };
  if (current && current.state !== 'not-started') await replan(tx, words, finished, current);
  else if (current || plans.every(wasUndone)) await startPlan(tx, words, finished, current);
}

/** A plan that ended because its discharge was taken back may be followed by another; one that ended for good may not. */
function wasUndone(plan: PlanRow): boolean {
  return plan.ended_reason === 'discharge-cancelled' || plan.ended_reason === 'admission-cancelled';
}
