import type { Ctx } from '../../kernel/context.ts';
import { lookupHash } from '../../kernel/crypto/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { notFound, stale } from '../../kernel/http/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { TOPIC } from './accept.ts';
import { laneOf } from './envelope.ts';
import { MESSAGE_RECEIVED } from './events.ts';
import { feedById } from './feed.store.ts';
import { lockQuarantined } from './list.store.ts';
import { correct, discard, lockMessage, reopenMessages, type StoredMessage } from './message.store.ts';
import { notDiscardable, notReplayable, stillBroken } from './problems.ts';
import { factsOf, understand } from './understand.ts';

/** Messages one click sets going again. */
const MOST = 500;

/**
 * Puts a corrected text beside the original and reads it again. A text that still cannot be used is refused and changes nothing.
 * Throws stale, stillBroken, notReplayable.
 */
export async function correctAndReplay(
  tx: Tx,
  ctx: Pick<Ctx, 'lookupKey'>,
  id: string,
  input: { version: number; text: string; by: string | null },
): Promise<void> {
  const row = await locked(tx, id, input.version);
  if (row.state === 'received' || row.state === 'processed') throw notReplayable();
  const feed = await feedById(tx, row.feed_id);
  if (feed === null) throw notFound();
  // Screens show segments on lines of their own; HL7 parts them with CR.
  const text = row.format === 'hl7v2' ? `${input.text.trim().replace(/\r\n?|\n/g, '\r')}\r` : input.text;
  const bytes = Buffer.from(text, 'utf8');
  const read = understand({ format: row.format, bytes: row.bytes, corrected: bytes }, factsOf(feed));
  if (read.mapped.kind === 'broken') throw stillBroken(read.mapped.code, read.mapped.path);
  const { envelope } = read;
  const lane = laneOf(tx.hospitalId, envelope.laneKey ?? id);
  await correct(tx, id, {
    bytes,
    by: input.by,
    type: envelope.type,
    visitHash: envelope.visitNo === null ? null : lookupHash(ctx.lookupKey, envelope.visitNo),
    lane,
  });
  await again(tx, [{ id, lane }]);
}

/** Reads a message again as it stands. Throws stale, notReplayable. */
export async function replay(tx: Tx, id: string, version: number): Promise<void> {
  const row = await locked(tx, id, version);
  if (row.state !== 'quarantined' && row.state !== 'ignored') throw notReplayable();
  await again(tx, [row]);
}

/** Reads the oldest quarantined messages of one problem again. */
export async function replayProblem(tx: Tx, problem: string): Promise<{ replayed: number; more: boolean }> {
  const rows = await lockQuarantined(tx, problem, MOST + 1);
  await again(tx, rows.slice(0, MOST));
  return { replayed: Math.min(rows.length, MOST), more: rows.length > MOST };
}

/** Lays a message aside; it stays findable. Throws stale, notDiscardable. */
export async function discardMessage(tx: Tx, id: string, input: { version: number; reason: string }): Promise<void> {
  const row = await locked(tx, id, input.version);
  if (row.state !== 'quarantined' && row.state !== 'ignored') throw notDiscardable();
  await discard(tx, id, input.reason);
  tx.hint(TOPIC, 'message', id);
}

async function locked(tx: Tx, id: string, version: number): Promise<StoredMessage> {
  const row = await lockMessage(tx, id);
  if (row === null) throw notFound();
  if (row.version !== version) throw stale();
  return row;
}

/** Oldest first: ids of events rise, and a lane is handled in that order. */
async function again(tx: Tx, rows: readonly { readonly id: string; readonly lane: string }[]): Promise<void> {
  if (rows.length === 0) return;
  await reopenMessages(
    tx,
    rows.map(({ id }) => id),
  );
  await emit(tx, ...rows.map(({ id, lane }) => ({ type: MESSAGE_RECEIVED, lane, payload: { messageId: id } })));
  for (const { id } of rows.slice(0, 1)) tx.hint(TOPIC, 'message', id);
}
