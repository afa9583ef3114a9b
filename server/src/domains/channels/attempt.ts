import type { Tx } from '../../kernel/db/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { localDay } from '../../kernel/sequence/index.ts';
import { ownHospital } from '../identity/index.ts';
import { resolvePatient } from '../patients/index.ts';
import { type Adapter, inApp } from './adapter.ts';
import { tellCancelled } from './cancel.ts';
import { decide } from './decide.ts';
import { MESSAGE_FAILED, MESSAGE_SENT } from './events.ts';
import { readFacts } from './facts.ts';
import { lockGate } from './gate.store.ts';
import { note } from './history.store.ts';
import { lockOfPatient, type MessageRow, markEnded, markPostponed, markSent, messageById } from './message.store.ts';
import { moveTo } from './move.ts';

/** Tries a provider may refuse before the message has failed, and the minutes between them. */
const RETRY_MINUTES = [5, 30, 120] as const;

/**
 * The moment of acting: locks, reads every fact again, decides and does it, all in the caller's transaction. Does nothing for a
 * message that has left, ended, is held, or was put off since it was woken, so a second delivery of the same event is harmless.
 */
export async function attempt(tx: Tx, id: string, adapter: Adapter = inApp): Promise<void> {
  const found = await messageById(tx, id);
  if (!found || !isDue(tx, found)) return;
  const patientId = (await resolvePatient(tx, found.patient_id)) ?? found.patient_id;
  if (patientId !== found.patient_id) await moveTo(tx, found.patient_id, patientId);
  // The gate before the messages, always: the wave that lets held ones go takes them in this order too.
  const gate = found.purpose === 'alert' ? ('open' as const) : (await lockGate(tx, 'share')).state;
  const { time_zone } = await ownHospital(tx);
  const rows = await lockOfPatient(tx, patientId, localDay(tx.now, time_zone).from);
  const message = rows.find((row) => row.id === id);
  if (!message || !isDue(tx, message)) return;
  const decision = decide(await readFacts(tx, message, rows, gate, time_zone));
  switch (decision.do) {
    case 'send':
      await carry(tx, message, adapter);
      break;
    case 'postpone':
      await markPostponed(tx, id, decision.until, decision.reason, false);
      await note(tx, [id], 'postponed', { reason: decision.reason, until: decision.until });
      break;
    case 'hold':
      await markEnded(tx, id, 'held', decision.reason);
      await note(tx, [id], 'held', { reason: decision.reason });
      tx.hint(`gate:${tx.hospitalId}`, 'gate');
      break;
    case 'cancel':
      await markEnded(tx, id, 'cancelled', decision.reason);
      await tellCancelled(tx, [message], decision.reason);
      break;
  }
  tx.hint(`patient:${patientId}`, 'message', id);
}

function isDue(tx: Tx, row: MessageRow): boolean {
  return row.state === 'waiting' && row.next_at !== null && row.next_at.getTime() <= tx.now.getTime();
}

async function carry(tx: Tx, message: MessageRow, adapter: Adapter): Promise<void> {
  const { id, patient_id: patientId, purpose } = message;
  const carried = await adapter.carry(tx, { id, patientId, outsideTitle: message.outside_title });
  if (carried.ok) {
    await markSent(tx, id);
    await note(tx, [id], 'sent');
    await emit(tx, { type: MESSAGE_SENT, lane: patientId, payload: { messageId: id, patientId, purpose } });
    return;
  }
  const minutes = carried.again ? RETRY_MINUTES[message.attempts] : undefined;
  if (minutes !== undefined) {
    const until = new Date(tx.now.getTime() + minutes * 60_000);
    await markPostponed(tx, id, until, carried.code, true);
    await note(tx, [id], 'postponed', { reason: carried.code, until });
    return;
  }
  await markEnded(tx, id, 'failed', carried.code);
  await note(tx, [id], 'failed', { reason: carried.code });
  await emit(tx, {
    type: MESSAGE_FAILED,
    lane: patientId,
    payload: { messageId: id, patientId, purpose, reason: carried.code },
  });
}
