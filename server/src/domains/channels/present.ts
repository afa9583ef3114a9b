import type { z } from 'zod';
import type { Gate, Message, MessageEvent } from '../../../../contract/channels.ts';
import type { Words } from '../../../../contract/common.ts';
import type { GateRow, WaitingRow } from './gate.store.ts';
import type { HistoryRow } from './history.store.ts';
import type { MessageRow } from './message.store.ts';

/** Looks a text key up in both languages; null where there is no such text. */
export type Say = (key: string) => Words | null;

const reasonOf = (say: Say, code: string | null): Words | null =>
  code === null ? null : say(`channels.reason.${code}`);
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A message as the patient's page shows it: what it says, why it was sent, and every decision about it. */
export function presentMessage(row: MessageRow, history: readonly HistoryRow[], say: Say): Message {
  return {
    id: row.id,
    purpose: row.purpose,
    channel: row.channel,
    title: row.title,
    body: typeof row.body === 'string' ? { 'zh-CN': row.body, en: row.body } : row.body,
    because: { kind: row.because_kind, ref: row.because_ref },
    state: row.state,
    reasonCode: row.reason_code,
    reason: reasonOf(say, row.reason_code),
    dueAt: row.due_at.toISOString(),
    nextAt: iso(row.next_at),
    expiresAt: iso(row.expires_at),
    sentAt: iso(row.sent_at),
    readAt: iso(row.read_at),
    history: history.filter((event) => event.message_id === row.id).map((event) => presentEvent(event, say)),
  };
}

function presentEvent(row: HistoryRow, say: Say): z.infer<typeof MessageEvent> {
  return {
    id: row.id,
    at: row.at.toISOString(),
    what: row.what,
    reasonCode: row.reason_code,
    reason: reasonOf(say, row.reason_code),
    until: iso(row.until_at),
  };
}

/** The switch with what waits behind it; no row means it was never touched. */
export function presentGate(row: GateRow | null, changedBy: string | null, waiting: readonly WaitingRow[]): Gate {
  return {
    state: row?.state ?? 'open',
    reason: row?.reason ?? null,
    changedAt: row && row.version > 0 ? row.changed_at.toISOString() : null,
    changedBy,
    surge:
      row?.state === 'surge' && row.arrivals !== null && row.usual !== null
        ? { arrivals: row.arrivals, usual: Number(row.usual) }
        : null,
    version: row?.version ?? 0,
    waiting: waiting.map((one) => ({
      purpose: one.purpose,
      held: one.held,
      waiting: one.waiting,
      oldestDueAt: iso(one.oldest_due_at),
    })),
  };
}
