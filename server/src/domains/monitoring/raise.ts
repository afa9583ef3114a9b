import type { Words } from '../../../../contract/common.ts';
import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { notFound } from '../../kernel/http/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { send } from '../channels/index.ts';
import { encounterById } from '../encounters/index.ts';
import { wardById } from '../identity/index.ts';
import { contactGate, resolvePatient } from '../patients/index.ts';
import { open } from '../worklist/index.ts';
import { type AlertStored, addEvidence, insertAlert, openAlertsOf, setMessage } from './alert.store.ts';
import { ALERT_RAISED, type AlertRaised, type Severity } from './events.ts';
import { type OwnerKind, ownerOnDuty } from './owner.ts';
import { CALL_TITLE, OUTSIDE_TITLE, PATIENT_TITLE, patientBody } from './texts.ts';

export interface RaiseInput {
  readonly patientId: string;
  readonly encounterId: string | null;
  /** One alert of a key is open per patient: `reading:<rule>`, `call:<question>:<option>` or the pack's warning sign. */
  readonly ruleKey: string;
  readonly ruleVersion?: number;
  readonly severity: Severity;
  /** Heading for staff; default by severity. */
  readonly title?: Words;
  readonly reason: Words;
  readonly patientWords?: Words;
  /** What the patient does now; stands under the words, or alone. */
  readonly patientNow?: Words;
  readonly sourceRef: { readonly kind: 'reading' | 'call'; readonly id: string | null };
  /** LOINC code of the measure and the readings it stands on. */
  readonly code?: string;
  readonly evidence?: readonly string[];
  /** How long each level of the chain has to take it; default 30 minutes for red, 240 for amber, as the packs say. */
  readonly ackMinutes?: number;
  /** Whose it is first; the nurse's unless the pack's rule says a doctor's. */
  readonly owner?: OwnerKind;
}

const ACK_MINUTES: Readonly<Record<Severity, number>> = { red: 30, amber: 240 };
const MINUTE_MS = 60_000;
/** What to do now is of no use to somebody who reads it on another day. */
const WORDS_LAST_HOURS = 24;

/**
 * Raises an alert in the caller's transaction: the row, its item with clock and chain, the patient's words, the event, the hints.
 * While one of the same key is open for the patient nothing new is raised; further readings are put under it. Returns its id.
 */
export async function raise(tx: Tx, _scope: Scope, input: RaiseInput): Promise<string> {
  return (await raiseOnce(tx, input)).alertId;
}

/** The same, telling whether it is new. */
export async function raiseOnce(tx: Tx, input: RaiseInput): Promise<{ alertId: string; raised: boolean }> {
  const patientId = await resolvePatient(tx, input.patientId);
  if (!patientId) throw notFound();
  const encounter = input.encounterId ? await encounterById(tx, input.encounterId) : null;
  const wardId = encounter?.ward_id ?? null;
  const ackMinutes = input.ackMinutes ?? ACK_MINUTES[input.severity];
  const [id, itemId]: [string, string] = [newId(), newId()];
  const ackDueAt = new Date(tx.now.getTime() + ackMinutes * MINUTE_MS);
  const title = input.title ?? CALL_TITLE[input.severity];
  const isNew = await insertAlert(tx, {
    id,
    patientId,
    encounterId: encounter?.id ?? null,
    wardId,
    ruleKey: input.ruleKey,
    ruleVersion: input.ruleVersion ?? 1,
    code: input.code ?? null,
    severity: input.severity,
    title,
    reason: input.reason,
    patientWords: input.patientWords ?? null,
    patientNow: input.patientNow ?? null,
    evidence: input.evidence ?? [],
    source: input.sourceRef,
    itemId,
    ackDueAt,
  });
  if (!isNew) {
    const standing = await putUnderOpen(tx, patientId, input);
    // None: it was closed between the two statements, so this sign is a new one.
    return standing === null ? raiseOnce(tx, input) : { alertId: standing, raised: false };
  }
  const owner = await ownerOnDuty(tx, encounter, input.owner ?? 'nurse');
  await open(tx, {
    id: itemId,
    kind: 'alert',
    patientId,
    encounterId: encounter?.id ?? null,
    wardId,
    ref: { kind: 'alert', id },
    title,
    reason: input.reason,
    urgency: input.severity === 'red' ? 3 : 2,
    risk: null,
    windowFrom: null,
    dueAt: ackDueAt,
    limitAt: null,
    ownerStaffId: owner.staffId,
    ownerRole: owner.role,
    ackMinutes,
  });
  await tellPatient(tx, id, patientId, wardId, encounter?.id ?? null, input);
  const payload: AlertRaised = {
    alertId: id,
    patientId,
    encounterId: encounter?.id ?? null,
    severity: input.severity,
    ruleKey: input.ruleKey,
    sourceKind: input.sourceRef.kind,
  };
  await emit(tx, { type: ALERT_RAISED, lane: patientId, payload });
  hintAlert(tx, { id, patient_id: patientId, ward_id: wardId });
  return { alertId: id, raised: true };
}

/** Screens of the ward and of the patient look again. */
export function hintAlert(tx: Tx, alert: Pick<AlertStored, 'id' | 'patient_id' | 'ward_id'>): void {
  if (alert.ward_id) tx.hint(`ward:${alert.ward_id}`, 'alert', alert.id);
  tx.hint(`patient:${alert.patient_id}`, 'alert', alert.id);
}

async function putUnderOpen(tx: Tx, patientId: string, input: RaiseInput): Promise<string | null> {
  const have = (await openAlertsOf(tx, patientId)).find((alert) => alert.rule_key === input.ruleKey);
  if (!have) return null;
  await putUnder(tx, have, input.evidence ?? []);
  return have.id;
}

/** Adds the readings an open alert does not yet stand on. */
export async function putUnder(tx: Tx, alert: AlertStored, evidence: readonly string[]): Promise<void> {
  const further = evidence.filter((id) => !alert.evidence.includes(id));
  if (further.length === 0) return;
  await addEvidence(tx, alert.id, further);
  hintAlert(tx, alert);
}

/** The gentle words go to the patient unless there is nobody to be spoken to; channels asks all of this again as it sends. */
async function tellPatient(
  tx: Tx,
  alertId: string,
  patientId: string,
  wardId: string | null,
  encounterId: string | null,
  input: RaiseInput,
): Promise<void> {
  const gate = await contactGate(tx, patientId);
  const words = input.patientWords ?? input.patientNow;
  if (!words || !gate.alive || gate.hold !== null) return;
  const phone = wardId ? ((await wardById(tx, wardId))?.phone ?? null) : null;
  const messageId = await send(tx, {
    dedupeKey: `alert:${alertId}`,
    patientId,
    encounterId,
    purpose: 'alert',
    title: PATIENT_TITLE[input.severity],
    body: patientBody(words, input.patientWords ? (input.patientNow ?? null) : null, input.severity, phone),
    outsideTitle: OUTSIDE_TITLE,
    because: { kind: 'alert', ref: alertId },
    expiresAt: new Date(tx.now.getTime() + WORDS_LAST_HOURS * 60 * MINUTE_MS),
  });
  await setMessage(tx, alertId, messageId);
}
