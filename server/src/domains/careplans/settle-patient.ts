import type { Tx } from '../../kernel/db/index.ts';
import { isAtHome } from '../encounters/index.ts';
import { contactGate, hasConsent } from '../patients/index.ts';
import { end } from './end.ts';
import { lockLivePlans } from './plan.store.ts';
import { restFor } from './rest.ts';

/**
 * Brings the plans of a person to what holds for them now: dead, on hold, in hospital, consent withdrawn, or none of these. Asked
 * after every event about the person; what the event said does not matter.
 */
export async function settlePatient(tx: Tx, patientId: string): Promise<void> {
  const plans = await lockLivePlans(tx, patientId);
  if (plans.length === 0) return;
  const gate = await contactGate(tx, patientId);
  if (!gate.alive) {
    for (const plan of plans) await end(tx, plan, 'died');
    return;
  }
  const reasons = await reasonsToRest(tx, patientId, gate.hold !== null);
  for (const plan of plans) {
    const byStaff = plan.paused_reasons.includes('staff') ? ['staff'] : [];
    await restFor(tx, plan, [...reasons, ...byStaff]);
  }
}

async function reasonsToRest(tx: Tx, patientId: string, held: boolean): Promise<string[]> {
  const consent = await hasConsent(tx, patientId, 'care-follow-up');
  return [
    ...(held ? ['hold'] : []),
    ...((await isAtHome(tx, patientId)) ? [] : ['readmitted']),
    ...(consent === 'withdrawn' ? ['consent-withdrawn'] : []),
    ...(consent === 'refused' ? ['consent-refused'] : []),
  ];
}
