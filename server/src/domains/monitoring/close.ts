import type { AlertAction, DismissReason } from '../../../../contract/monitoring.ts';
import { type Scope, staffOf } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { forbidden, notFound, stale } from '../../kernel/http/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { cancelFor } from '../channels/index.ts';
import { close as closeItem, itemById, takeForWork } from '../worklist/index.ts';
import { openAlert } from './access.ts';
import { type AlertStored, alertById, type Closing, setAcknowledged, setClosed } from './alert.store.ts';
import { ALERT_ACKNOWLEDGED, ALERT_CLOSED, type AlertAcknowledged, type AlertClosed } from './events.ts';
import { alertClosed } from './problems.ts';
import { hintAlert } from './raise.ts';

/** A person takes the alert in hand: its item is theirs and the chain stops. Who takes over from a colleague gets the item. */
export async function acknowledge(tx: Tx, scope: Scope, alertId: string, version?: number): Promise<AlertStored> {
  const staffId = asking(scope);
  const alert = await openAlert(tx, scope, alertId);
  if (!isOpen(alert)) throw alertClosed();
  if (alert.state === 'open' && version !== undefined && alert.version !== version) throw stale();
  if (alert.item_id) await takeForWork(tx, scope, alert.item_id);
  await noteTaken(tx, alert, staffId);
  await audit(tx, scope, {
    action: 'monitoring.alert-acknowledged',
    subject: { kind: 'alert', id: alertId },
    patientId: alert.patient_id,
  });
  return readAgain(tx, alertId);
}

/** Whoever took the alert's item has the alert in hand; once. */
export async function acknowledgeByItem(tx: Tx, alertId: string, itemId: string): Promise<void> {
  const [alert, item] = [await alertById(tx, alertId), await itemById(tx, itemId)];
  if (!alert || alert.item_id !== itemId || !item?.taken_by) return;
  await noteTaken(tx, alert, item.taken_by);
  // The holder has changed also where the alert was in hand before.
  hintAlert(tx, alert);
}

async function noteTaken(tx: Tx, alert: AlertStored, staffId: string): Promise<void> {
  if (!(await setAcknowledged(tx, alert.id, staffId))) return;
  const payload: AlertAcknowledged = { alertId: alert.id, patientId: alert.patient_id, staffId };
  await emit(tx, { type: ALERT_ACKNOWLEDGED, lane: alert.patient_id, payload });
  hintAlert(tx, alert);
}

export interface Resolution {
  readonly version: number;
  readonly actions: readonly AlertAction[];
  readonly useful: boolean;
  readonly note?: string | undefined;
}

/** Closes an alert with what was done and whether it was worth raising. */
export async function resolve(tx: Tx, scope: Scope, alertId: string, given: Resolution): Promise<AlertStored> {
  return closeByPerson(tx, scope, alertId, given.version, {
    state: 'resolved',
    by: asking(scope),
    actions: given.actions,
    useful: given.useful,
    note: given.note ?? null,
    code: null,
  });
}

/** Puts an alert aside with a reason. */
export async function dismiss(
  tx: Tx,
  scope: Scope,
  alertId: string,
  given: { readonly version: number; readonly reason: DismissReason; readonly note?: string | undefined },
): Promise<AlertStored> {
  return closeByPerson(tx, scope, alertId, given.version, {
    state: 'dismissed',
    by: asking(scope),
    actions: [],
    useful: null,
    note: given.note ?? null,
    code: given.reason,
  });
}

/** Closes an alert because of something that happened elsewhere; does nothing where it is closed. `by` null: the house itself. */
export async function closeBecause(tx: Tx, alert: AlertStored, code: string, by: string | null = null): Promise<void> {
  const closing: Closing = { state: 'dismissed', by, actions: [], useful: null, note: null, code };
  if (await setClosed(tx, alert.id, null, closing)) await tellClosed(tx, alert, closing);
}

async function closeByPerson(
  tx: Tx,
  scope: Scope,
  alertId: string,
  version: number,
  closing: Closing,
): Promise<AlertStored> {
  const alert = await openAlert(tx, scope, alertId);
  if (!isOpen(alert)) throw alertClosed();
  if (!(await setClosed(tx, alertId, version, closing))) throw stale();
  await tellClosed(tx, alert, closing);
  await audit(tx, scope, {
    action: `monitoring.alert-${closing.state}`,
    subject: { kind: 'alert', id: alertId },
    patientId: alert.patient_id,
    detail: closing.code ? { reason: closing.code } : { actions: closing.actions.join(' ') },
  });
  return readAgain(tx, alertId);
}

async function tellClosed(tx: Tx, alert: AlertStored, closing: Closing): Promise<void> {
  const code = closing.code ?? closing.state;
  if (alert.item_id) await closeItem(tx, alert.item_id, closing.by === null ? 'cancelled' : 'done', code);
  await cancelFor(tx, { because: { kind: 'alert', ref: alert.id } }, 'alert-closed');
  const payload: AlertClosed = {
    alertId: alert.id,
    patientId: alert.patient_id,
    outcome: closing.state,
    code: closing.code,
  };
  await emit(tx, { type: ALERT_CLOSED, lane: alert.patient_id, payload });
  hintAlert(tx, alert);
}

export function isOpen(alert: Pick<AlertStored, 'state'>): boolean {
  return alert.state === 'open' || alert.state === 'acknowledged';
}

function asking(scope: Scope): string {
  const staffId = staffOf(scope);
  if (!staffId) throw forbidden();
  return staffId;
}

async function readAgain(tx: Tx, id: string): Promise<AlertStored> {
  const alert = await alertById(tx, id);
  if (!alert) throw notFound();
  return alert;
}
