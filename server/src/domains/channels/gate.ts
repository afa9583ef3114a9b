import type { Scope } from '../../kernel/access/index.ts';
import { staffOf } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { stale } from '../../kernel/http/index.ts';
import { countWaiting, emit } from '../../kernel/outbox/index.ts';
import { civilDate } from '../../kernel/time/index.ts';
import { ownHospital } from '../identity/index.ts';
import type { GateState } from './decide.ts';
import { GATE_OPENED, MESSAGE_DUE } from './events.ts';
import { changeGate, gateRow, lockGate, releaseHeld, wakeGate } from './gate.store.ts';
import { note } from './history.store.ts';

/** Held messages leave this many at a time, a minute apart: other patients' work goes on between two waves. */
const WAVE = 500;
const WAVE_MS = 60_000;
/** Deliveries waiting in a hospital above which bulk senders pause (the house's own limit, see ARCHITECTURE.md). */
const BUSY = 10_000;

/** The state of the switch without locking it. */
export async function gateState(tx: Tx): Promise<GateState> {
  return (await gateRow(tx))?.state ?? 'open';
}

/** Stops everything outgoing of the hospital. Waits for messages under way; after it nothing but alerts leaves. Throws stale. */
export async function stopOutgoing(tx: Tx, scope: Scope, input: { reason: string; version: number }): Promise<void> {
  const gate = await lockGate(tx, 'change');
  if (gate.version !== input.version || gate.state === 'stopped') throw stale();
  await changeGate(tx, { state: 'stopped', reason: input.reason, by: staffOf(scope) });
  await tell(tx, scope, 'channels.outgoing-stopped');
}

/** Opens a stopped switch; what it held is checked anew and leaves in waves. Throws stale. */
export async function allowOutgoing(tx: Tx, scope: Scope, input: { version: number }): Promise<void> {
  const gate = await lockGate(tx, 'change');
  if (gate.version !== input.version || gate.state !== 'stopped') throw stale();
  await changeGate(tx, { state: 'open', reason: null, by: staffOf(scope) });
  await open(tx, scope, 'channels.outgoing-allowed');
}

/** The administrator's yes to what a surge holds back, for the rest of this day of the hospital. Throws stale. */
export async function releaseSurge(tx: Tx, scope: Scope, input: { version: number }): Promise<void> {
  const gate = await lockGate(tx, 'change');
  if (gate.version !== input.version || gate.state !== 'surge') throw stale();
  const { time_zone } = await ownHospital(tx);
  const releasedOn = civilDate(tx.now, time_zone);
  await changeGate(tx, { state: 'open', reason: null, by: staffOf(scope), releasedOn });
  await open(tx, scope, 'channels.surge-released');
}

/**
 * More arrived within the hour than three times the usual: outgoing messages wait for a yes. Does nothing where the switch is not
 * open or a yes was given today; true where it now holds. The caller judges what is usual.
 */
export async function holdForSurge(tx: Tx, surge: { arrivals: number; usual: number }): Promise<boolean> {
  const seen = await gateRow(tx);
  if (seen && seen.state !== 'open') return false;
  const gate = await lockGate(tx, 'change');
  const { time_zone } = await ownHospital(tx);
  if (gate.state !== 'open' || gate.released_on === civilDate(tx.now, time_zone)) return false;
  await changeGate(tx, { state: 'surge', reason: null, by: null, surge });
  tx.hint(`gate:${tx.hospitalId}`, 'gate');
  return true;
}

/** Lets the next held messages go to their check, and plans the next wave while any may be left. */
export async function releaseWave(tx: Tx, { wave, busy } = { wave: WAVE, busy: BUSY }): Promise<void> {
  const gate = await lockGate(tx, 'change');
  if (gate.state !== 'open') return;
  const next = new Date(tx.now.getTime() + WAVE_MS);
  if ((await countWaiting(tx)) > busy) return wakeGate(tx, next);
  const rows = await releaseHeld(tx, wave);
  await note(
    tx,
    rows.map((row) => row.id),
    'released',
  );
  await emit(tx, ...rows.map((row) => ({ type: MESSAGE_DUE, lane: row.patient_id, payload: { id: row.id } })));
  if (rows.length === wave) await wakeGate(tx, next);
  tx.hint(`gate:${tx.hospitalId}`, 'gate');
}

async function open(tx: Tx, scope: Scope, action: string): Promise<void> {
  await emit(tx, { type: GATE_OPENED, lane: tx.hospitalId, payload: {} });
  await tell(tx, scope, action);
}

async function tell(tx: Tx, scope: Scope, action: string): Promise<void> {
  await audit(tx, scope, { action, subject: { kind: 'gate', id: tx.hospitalId } });
  tx.hint(`gate:${tx.hospitalId}`, 'gate');
}
