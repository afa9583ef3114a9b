import type { Tx } from '../../kernel/db/index.ts';
import type { Zone } from '../../kernel/time/index.ts';
import { isAtHome } from '../encounters/index.ts';
import { contactGate, hasConsent, preferredHours } from '../patients/index.ts';
import type { Facts, GateState, Pending } from './decide.ts';
import type { MessageRow } from './message.store.ts';

/** The row as the order in the budget sees it. */
export function pendingOf(row: MessageRow): Pending {
  return { id: row.id, purpose: row.purpose, dueAt: row.due_at, nextAt: row.next_at, expiresAt: row.expires_at };
}

/** Reads what the decision about `message` rests on. `rows`: the patient's locked messages, `gate`: its locked state. */
export async function readFacts(
  tx: Tx,
  message: MessageRow,
  rows: readonly MessageRow[],
  gate: GateState,
  zone: Zone,
): Promise<Facts> {
  const patientId = message.patient_id;
  const { alive, hold } = await contactGate(tx, patientId);
  return {
    now: tx.now,
    zone,
    message: pendingOf(message),
    alive,
    hold,
    atHome: await isAtHome(tx, patientId),
    consent: {
      followUp: await hasConsent(tx, patientId, 'care-follow-up'),
      marketing: await hasConsent(tx, patientId, 'marketing'),
    },
    gate,
    preferred: message.purpose === 'alert' ? null : await preferredHours(tx, patientId),
    sentToday: rows.filter((row) => row.sent_at !== null && row.purpose !== 'alert').length,
    others: rows.filter((row) => row.sent_at === null && row.id !== message.id).map(pendingOf),
  };
}
