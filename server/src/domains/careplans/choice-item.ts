import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { section } from '../content/index.ts';
import { latestRisk } from '../encounters/index.ts';
import { close, open } from '../worklist/index.ts';
import type { PlanRow } from './plan.store.ts';
import type { FinishedStay } from './stay.ts';

const HOUR_MS = 3_600_000;

/**
 * Asks the ward how somebody who left against advice or is dying at home is cared for; returns the item's id. The hours are
 * those of the day-one call in the pack: decided before its window opens, at the latest before the call is due.
 */
export async function askForChoice(
  tx: Tx,
  words: Ctx['words'],
  plan: Pick<PlanRow, 'id' | 'slug' | 'pack_version'>,
  stay: FinishedStay,
): Promise<string> {
  if (plan.slug === null || plan.pack_version === null) throw new Error('a choice is asked for plans with a pack');
  const { dayOneCall } = await section(tx, plan.slug, plan.pack_version, 'pathway');
  const after = (hours: number) => new Date(stay.dischargedAt.getTime() + hours * HOUR_MS);
  const both = (key: string) => ({ 'zh-CN': words('zh-CN', key), en: words('en', key) });
  const id = newId();
  await open(tx, {
    id,
    kind: 'choice',
    patientId: stay.patientId,
    encounterId: stay.id,
    wardId: stay.wardId,
    ref: { kind: 'plan', id: plan.id },
    title: both('careplans.choice.title'),
    reason:
      stay.disposition === 'dying-at-home'
        ? both('careplans.choice.dying-at-home')
        : both('careplans.choice.against-advice'),
    urgency: 1,
    risk: (await latestRisk(tx, [stay.id])).get(stay.id)?.score ?? null,
    windowFrom: null,
    dueAt: after(dayOneCall.fromHours),
    limitAt: after(dayOneCall.dueHours),
    ownerStaffId: stay.nurseStaffId,
    ownerRole: 'nurse',
  });
  return id;
}

/** Takes the question off the ward's list: answered, or no longer asked. */
export async function closeChoice(
  tx: Tx,
  plan: Pick<PlanRow, 'choice_item_id'>,
  outcome: 'done' | 'cancelled',
  reason: string,
): Promise<void> {
  if (plan.choice_item_id) await close(tx, plan.choice_item_id, outcome, reason);
}
