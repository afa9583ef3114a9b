import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { ownHospital } from '../identity/index.ts';
import { contactGate } from '../patients/index.ts';
import { PLAN_RESUMED } from './events.ts';
import { nextTurn } from './lay/apply.ts';
import { lockPlansOfStay, type PlanRow, savePlan, staysStoppedByDeath } from './plan.store.ts';
import { goOn } from './rest.ts';
import { settleStay } from './settle-stay.ts';
import { askWard } from './start-plan.ts';
import { type FinishedStay, readStay } from './stay.ts';
import { reopenDied } from './task.store.ts';
import { tellState } from './tell.ts';

/**
 * A death that was recorded by mistake: the plans it ended go on as after a hold, those it kept from beginning begin. A stay that
 * still says it ended in death keeps its end.
 */
export async function reviveAfterDeath(tx: Tx, words: Ctx['words'], patientId: string): Promise<void> {
  if (!(await contactGate(tx, patientId)).alive) return;
  for (const encounterId of await staysStoppedByDeath(tx, patientId)) {
    const stay = await readStay(tx, encounterId);
    if (stay?.status !== 'finished' || stay.dischargedAt === null || stay.disposition === 'died') continue;
    const plans = await lockPlansOfStay(tx, encounterId);
    const [newest] = plans;
    if (newest?.state === 'ended' && newest.ended_reason === 'died' && plans.every((plan) => plan.state === 'ended'))
      await revive(tx, words, newest, { ...stay, dischargedAt: stay.dischargedAt });
    await settleStay(tx, words, encounterId);
  }
}

async function revive(tx: Tx, words: Ctx['words'], plan: PlanRow, stay: FinishedStay): Promise<void> {
  const alive: PlanRow = { ...plan, ended_reason: null, ended_at: null, paused_reasons: [], choice_item_id: null };
  if (plan.variant === null) {
    await askWard(tx, words, alive, stay);
    return;
  }
  await reopenDied(tx, plan.id);
  const turn = nextTurn(tx.now, (await ownHospital(tx)).time_zone);
  const saved = await savePlan(tx, { ...alive, state: 'active', wake_at: turn });
  await goOn(tx, plan.id);
  await tellState(tx, saved, PLAN_RESUMED, 'death-corrected');
}
