import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/index.ts';
import type { DomainEvent } from '../../kernel/outbox/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { holdForSurge } from '../channels/index.ts';
import { systemScope } from '../identity/index.ts';
import { TOPIC } from './accept.ts';
import { apply } from './apply.ts';
import { MESSAGE_QUARANTINED } from './events.ts';
import { feedById } from './feed.store.ts';
import { lockMessage, settleMessage } from './message.store.ts';
import { surgeNow } from './surge.ts';
import { factsOf, understand } from './understand.ts';

/**
 * Reads a stored message and carries it out. Messages of one patient come here one after another; one that was settled meanwhile
 * (discarded, or read by an earlier event) is left alone.
 */
export async function onMessageReceived(tx: Tx, event: DomainEvent, ctx: Ctx): Promise<void> {
  const { messageId } = event.payload;
  const row = await lockMessage(tx, String(messageId));
  if (row === null || row.state !== 'received') return;
  const feed = await feedById(tx, row.feed_id);
  if (feed === null) throw new Error('the feed of a message is gone');
  const read = understand({ format: row.format, bytes: row.bytes, corrected: row.corrected_bytes }, factsOf(feed));
  if (read.envelope.discharge && row.attempts === 0) {
    // Before the stay is recorded: what it starts must find the switch closed.
    const surge = await surgeNow(tx);
    if (surge !== null) await holdForSurge(tx, surge);
  }
  const outcome = await apply(tx, ctx, systemScope(tx.hospitalId), read.mapped, {
    format: row.format,
    sourceAt: row.source_at,
  });
  await settleMessage(tx, row.id, outcome);
  if (outcome.state === 'quarantined')
    await emit(tx, {
      type: MESSAGE_QUARANTINED,
      lane: row.lane,
      payload: { messageId: row.id, code: outcome.problem?.code ?? '' },
    });
  tx.hint(TOPIC, 'message', row.id);
}
