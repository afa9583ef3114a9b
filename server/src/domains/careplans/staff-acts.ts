import type { Scope } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { notFound, stale } from '../../kernel/http/index.ts';
import { openEncounter } from '../encounters/index.ts';
import { choose } from './choose.ts';
import { end as endPlan } from './end.ts';
import { lockPlan, type PlanRow } from './plan.store.ts';
import { planNotAwaiting, planNotUnderWay } from './problems.ts';
import { restFor, withStaffPause } from './rest.ts';

/** Lets a plan rest until a person lets it go on. Throws 404 out of reach, 409 where it changed or is not under way. */
export async function pause(tx: Tx, scope: Scope, planId: string, version: number): Promise<PlanRow> {
  const plan = await underWay(tx, scope, planId, version);
  await note(tx, scope, plan, 'paused', {});
  return restFor(tx, plan, withStaffPause(plan, true));
}

/** Takes the ward's own pause away; a hold or a readmission keeps the plan resting. */
export async function resume(tx: Tx, scope: Scope, planId: string, version: number): Promise<PlanRow> {
  const plan = await underWay(tx, scope, planId, version);
  await note(tx, scope, plan, 'resumed', {});
  return restFor(tx, plan, withStaffPause(plan, false));
}

/** Ends a plan for a reason a person gives. */
export async function end(tx: Tx, scope: Scope, planId: string, version: number, reason: string): Promise<PlanRow> {
  const plan = await underWay(tx, scope, planId, version);
  await note(tx, scope, plan, 'ended', { reason });
  return endPlan(tx, plan, reason);
}

/** Decides how somebody who left against advice or is dying at home is cared for. */
export async function choosePlan(
  tx: Tx,
  scope: Scope,
  planId: string,
  version: number,
  choice: 'home' | 'transferred' | 'none',
): Promise<PlanRow> {
  const plan = await openPlan(tx, scope, planId, version);
  if (plan.state !== 'awaiting-choice') throw planNotAwaiting(plan.state);
  await note(tx, scope, plan, 'choice-made', { choice });
  return choose(tx, plan, choice);
}

async function underWay(tx: Tx, scope: Scope, planId: string, version: number): Promise<PlanRow> {
  const plan = await openPlan(tx, scope, planId, version);
  if (plan.state === 'ended' || plan.state === 'not-started') throw planNotUnderWay(plan.state);
  return plan;
}

/** The plan under lock, as far as this reader reaches its stay, and unchanged since it was read. */
async function openPlan(tx: Tx, scope: Scope, planId: string, version: number): Promise<PlanRow> {
  const plan = await lockPlan(tx, planId);
  if (!plan) throw notFound();
  await openEncounter(tx, scope, plan.encounter_id);
  if (plan.version !== version) throw stale();
  return plan;
}

async function note(tx: Tx, scope: Scope, plan: PlanRow, verb: string, detail: Record<string, string>): Promise<void> {
  await audit(tx, scope, {
    action: `careplans.${verb}`,
    subject: { kind: 'plan', id: plan.id },
    patientId: plan.patient_id,
    detail,
  });
}
