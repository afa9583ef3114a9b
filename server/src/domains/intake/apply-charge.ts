import type { Scope } from '../../kernel/access/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { applyStay, visitByNo } from '../encounters/index.ts';
import { match } from './match-person.ts';
import type { Outcome } from './message.store.ts';
import { done, quarantined } from './outcome.ts';
import type { ChargeMessage } from './stay-message.ts';

const NOT_USED = { code: 'charge-not-used', path: null, detail: null } as const;

/**
 * A charge ends an outpatient procedure that is still in progress: the patient has gone home from the chair. For any other stay,
 * known or not, it changes nothing, and nobody is registered because of it.
 */
export async function applyCharge(
  tx: Tx,
  ctx: Pick<Ctx, 'lookupKey'>,
  scope: Scope,
  charge: ChargeMessage,
  sourceAt: Date,
): Promise<Outcome> {
  const stay = await visitByNo(tx, charge.visitNo);
  if (stay?.class !== 'outpatient-procedure' || stay.status !== 'in-progress') return done('ignored', NOT_USED);
  const matched = await match(tx, ctx, scope, charge.person);
  if (matched?.patientId !== stay.patient_id) return quarantined('identity-conflict', 'PID-3');
  const { outcome } = await applyStay(tx, scope, {
    kind: 'discharge',
    visitNo: charge.visitNo,
    patientId: stay.patient_id,
    class: 'outpatient-procedure',
    wardCode: null,
    bed: null,
    admittedAt: null,
    expectedDischargeOn: null,
    dischargedAt: charge.chargedAt,
    disposition: 'home',
    dispositionCode: null,
    urgentAdmission: null,
    attendingStaffNo: null,
    surgeryAt: null,
    reason: null,
    sourceAt,
    source: 'hl7v2',
  });
  // A charge of before the patient came in ends nothing.
  if (outcome !== 'applied') return done('ignored', NOT_USED, stay.patient_id, stay.id);
  return done('processed', null, stay.patient_id, stay.id);
}
