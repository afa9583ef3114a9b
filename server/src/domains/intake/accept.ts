import { wallNow } from '../../kernel/clock/wall.ts';
import type { Ctx } from '../../kernel/context.ts';
import { lookupHash, sha256 } from '../../kernel/crypto/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { type Envelope, laneOf } from './envelope.ts';
import { MESSAGE_QUARANTINED, MESSAGE_RECEIVED } from './events.ts';
import { insertMessage, type NewMessage } from './message.store.ts';
import type { Broken } from './stay-message.ts';
import { noteArrival } from './surge.ts';

/** Screens of the intake page are told by this topic. */
export const TOPIC = 'intake:all';

export interface Arrived {
  readonly feedId: string;
  readonly bytes: Uint8Array;
  readonly envelope: Envelope;
  /** A message nobody's handler needs to look at: it goes to quarantine as it comes. */
  readonly refused: Broken | null;
}

/**
 * Stores a message as it came and leaves it to its handler, in the caller's transaction: when that commits, the sender may be told.
 * The same bytes through the same feed are the same message and change nothing.
 */
export async function accept(
  tx: Tx,
  ctx: Pick<Ctx, 'lookupKey'>,
  arrived: Arrived,
): Promise<{ messageId: string | null; repeated: boolean }> {
  const { envelope, refused } = arrived;
  const id = newId() as string;
  const message: NewMessage = {
    id,
    feedId: arrived.feedId,
    format: envelope.format,
    bytes: Buffer.from(arrived.bytes),
    sha256: sha256(arrived.bytes),
    controlId: envelope.controlId,
    type: envelope.type,
    visitHash: envelope.visitNo === null ? null : lookupHash(ctx.lookupKey, envelope.visitNo),
    lane: laneOf(tx.hospitalId, envelope.laneKey ?? id),
    receivedAt: wallNow(),
    // A sender whose clock runs ahead must not make all that comes later look old.
    sourceAt: envelope.sentAt !== null && envelope.sentAt < tx.now ? envelope.sentAt : tx.now,
    state: refused === null ? 'received' : 'quarantined',
    problem: refused && { code: refused.code, path: refused.path, detail: refused.detail ?? null },
  };
  if (!(await insertMessage(tx, message))) return { messageId: null, repeated: true };
  if (envelope.discharge && refused === null) await noteArrival(tx, id);
  await emit(
    tx,
    refused === null
      ? { type: MESSAGE_RECEIVED, lane: message.lane, payload: { messageId: id } }
      : { type: MESSAGE_QUARANTINED, lane: message.lane, payload: { messageId: id, code: refused.code } },
  );
  tx.hint(TOPIC, 'message', id);
  return { messageId: id, repeated: false };
}
