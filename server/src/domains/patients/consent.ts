import { type Scope, staffOf } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { notFound } from '../../kernel/http/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import {
  type ConsentRow,
  type ConsentState,
  insertConsent,
  isConsentOf,
  latestConsent,
  latestConsents,
} from './consent.store.ts';
import type { Purpose } from './consent-text.ts';

/** The decision that holds for this purpose; `none` where nobody has asked. */
export async function hasConsent(tx: Tx, patientId: string, purpose: Purpose): Promise<ConsentState | 'none'> {
  return (await latestConsent(tx, patientId, purpose)) ?? 'none';
}

export interface Decision {
  /** Made by the client: a repeat changes nothing. */
  readonly id: string;
  readonly patientId: string;
  readonly purpose: Purpose;
  readonly state: ConsentState;
  readonly textVersion: string;
  readonly method: 'paper' | 'verbal' | 'bedside' | 'app';
  readonly givenBy: 'patient' | 'guardian' | 'relative';
  readonly givenByName: string | null;
  readonly encounterId: string | null;
}

/** Writes a decision down with its evidence; the staff member who records it is the witness. True where it was new; an id of somebody else's decision is not found. */
export async function recordConsent(tx: Tx, scope: Scope, decision: Decision): Promise<boolean> {
  const fresh = await insertConsent(tx, {
    id: decision.id,
    patient_id: decision.patientId,
    purpose: decision.purpose,
    state: decision.state,
    text_version: decision.textVersion,
    method: decision.method,
    given_by: decision.givenBy,
    given_by_name: decision.givenByName,
    witness_staff_id: staffOf(scope),
    encounter_id: decision.encounterId,
    decided_at: tx.now,
  });
  if (!fresh && !(await isConsentOf(tx, decision.patientId, decision.id))) throw notFound();
  if (!fresh) return false;
  const { patientId, purpose, state } = decision;
  await emit(tx, { type: `consent.${state}`, lane: patientId, payload: { patientId, purpose } });
  await audit(tx, scope, {
    action: `patients.consent-${state}`,
    subject: { kind: 'consent', id: decision.id },
    patientId,
    detail: { purpose, method: decision.method, textVersion: decision.textVersion },
  });
  tx.hint(`patient:${patientId}`, 'consent', decision.id);
  return true;
}

/** A refusal is respected until the next stay: asked again in the same one it would be pressure. */
export function mayAsk(latest: Pick<ConsentRow, 'state' | 'encounter_id'> | null, stayId: string | null): boolean {
  if (!latest || latest.state === 'granted') return true;
  return stayId === null || latest.encounter_id !== stayId;
}

const SEVERITY: Readonly<Record<ConsentState, number>> = { granted: 0, refused: 1, withdrawn: 2 };

/** Which of two decisions holds when two records become one: the stricter; where only one was asked, that one. */
export function stricter<T extends { state: ConsentState }>(a: T | undefined, b: T | undefined): T | undefined {
  if (!a || !b) return a ?? b;
  return SEVERITY[b.state] > SEVERITY[a.state] ? b : a;
}

/** The newest decision of each purpose, by person. */
export async function decisionsOf(tx: Tx, patientIds: readonly string[]): Promise<Map<string, ConsentRow[]>> {
  const found = new Map<string, ConsentRow[]>();
  for (const row of await latestConsents(tx, patientIds))
    found.set(row.patient_id, [...(found.get(row.patient_id) ?? []), row]);
  return found;
}
