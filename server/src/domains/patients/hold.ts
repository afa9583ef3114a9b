import type { z } from 'zod';
import type { HoldReason } from '../../../../contract/patients.ts';
import type { Scope } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { notFound } from '../../kernel/http/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { holdRows, insertHold, isHoldOf, liftHoldRow } from './hold.store.ts';
import { gateRow } from './patient.store.ts';

export type Reason = z.infer<typeof HoldReason>;

/** The id under which the house itself signs, where no person did. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Sets a hold: from this transaction on `contactGate` says so to every sender. A repeat with the same id changes nothing; an id of somebody else's hold is not found. */
export async function setHold(
  tx: Tx,
  scope: Scope,
  hold: { id: string; patientId: string; encounterId: string | null; reason: Reason },
): Promise<boolean> {
  const fresh = await insertHold(tx, {
    id: hold.id,
    patient_id: hold.patientId,
    encounter_id: hold.encounterId,
    reason: hold.reason,
    set_by: scope.principal.id ?? NOBODY,
    set_at: tx.now,
  });
  // Answering "set" while no hold of this person stands would be the worst answer.
  if (!fresh && !(await isHoldOf(tx, hold.patientId, hold.id))) throw notFound();
  if (!fresh) return false;
  await told(tx, scope, 'set', hold.id, hold.patientId, hold.reason);
  return true;
}

/** Lifts a hold that stands; false where there is none. Another hold of the same patient goes on. */
export async function liftHold(tx: Tx, scope: Scope, patientId: string, holdId: string): Promise<boolean> {
  const lifted = await liftHoldRow(tx, patientId, holdId, scope.principal.id ?? NOBODY);
  if (!lifted) return false;
  await told(tx, scope, 'lifted', holdId, patientId, lifted.reason);
  return true;
}

async function told(tx: Tx, scope: Scope, what: 'set' | 'lifted', holdId: string, patientId: string, reason: string) {
  await emit(tx, { type: `hold.${what}`, lane: patientId, payload: { holdId, patientId, reason } });
  await audit(tx, scope, {
    action: `patients.hold-${what}`,
    subject: { kind: 'hold', id: holdId },
    patientId,
    detail: { reason },
  });
  tx.hint(`patient:${patientId}`, 'hold', holdId);
}

/** The oldest hold that stands, of each of these people who has one. */
export async function holdsOf(tx: Tx, patientIds: readonly string[]): Promise<Map<string, Reason>> {
  const holds = new Map<string, Reason>();
  for (const row of await holdRows(tx, patientIds))
    if (!holds.has(row.patient_id)) holds.set(row.patient_id, row.reason as Reason);
  return holds;
}

/**
 * May this person be contacted? Asked by everything that sends, dials or invites, in the moment of doing it. An id nobody has is
 * answered as not alive: nothing goes out to it.
 */
export async function contactGate(
  tx: Tx,
  patientId: string,
): Promise<{ alive: boolean; hold: Reason | null; mergedInto: string | null }> {
  const row = await gateRow(tx, patientId);
  return {
    alive: row?.alive ?? false,
    hold: (row?.hold ?? null) as Reason | null,
    mergedInto: row?.merged_into ?? null,
  };
}
