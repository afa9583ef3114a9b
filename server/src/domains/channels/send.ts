import type { Purpose } from '../../../../contract/channels.ts';
import type { Words } from '../../../../contract/common.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { MESSAGE_DUE } from './events.ts';
import { note } from './history.store.ts';
import { idOfDedupeKey, insertMessage, reviveMessage } from './message.store.ts';

export interface SendInput {
  /** One message per key and hospital, however often it is asked for. */
  readonly dedupeKey: string;
  readonly patientId: string;
  readonly encounterId: string | null;
  readonly purpose: Purpose;
  readonly title: Words;
  /** A single text is shown as it is in both languages. */
  readonly body: Words | string;
  /** Stands where others may read it: no diagnosis, no name. */
  readonly outsideTitle: Words;
  /** What it is sent for, for instance `{ kind: 'task', ref: taskId }`. */
  readonly because: { readonly kind: string; readonly ref: string };
  /** Default: now. */
  readonly dueAt?: Date;
  readonly expiresAt?: Date;
}

/**
 * Queues a message; everything that may stop, hold or put it off is asked when its time comes. A key that was used gives the message
 * it made; one that was cancelled before it left is queued anew (a lifted hold, a resumed plan), since asking again is wanting it.
 * Callers therefore re-read their own state before they ask.
 */
export async function send(tx: Tx, input: SendInput): Promise<string> {
  const dueAt = input.dueAt ?? tx.now;
  const isNow = dueAt.getTime() <= tx.now.getTime();
  const row = {
    ...input,
    id: newId() as string,
    dueAt,
    expiresAt: input.expiresAt ?? null,
    wakeAt: isNow ? null : dueAt,
  };
  const made = await insertMessage(tx, row);
  const id = made ? row.id : await reviveMessage(tx, row);
  if (id === null) return idOfDedupeKey(tx, input.dedupeKey);
  await note(tx, [id], made ? 'queued' : 'revived', isNow ? {} : { until: dueAt });
  if (isNow) await emit(tx, { type: MESSAGE_DUE, lane: input.patientId, payload: { id } });
  tx.hint(`patient:${input.patientId}`, 'message', id);
  return id;
}
