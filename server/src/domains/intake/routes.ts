import { z } from 'zod';
import { Id, Instant } from '../../../../contract/common.ts';
import * as contract from '../../../../contract/intake.ts';
import { type Scope, staffOf } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import { lookupHash } from '../../kernel/crypto/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { type Endpoint, notFound, onTx, readCursor, writeCursor } from '../../kernel/http/index.ts';
import { staffByIds } from '../identity/index.ts';
import { correctAndReplay, discardMessage, replay, replayProblem } from './correct.ts';
import { feedById, feedsOf, setDispositionCodes } from './feed.store.ts';
import { fhirEndpoints } from './fhir/routes.ts';
import { countProblems, countState, lastReceivedAt, listMessages } from './list.store.ts';
import { messageById } from './message.store.ts';
import { presentDetail, presentFeed, presentSummary } from './present.ts';
import { factsOf, understand } from './understand.ts';

const feedMap = async (tx: Tx) => new Map((await feedsOf(tx)).map((feed) => [feed.id, feed]));

const Cursor = z.tuple([Instant, Id]);

const list = onTx(contract.listMessages, async (tx, { ctx, query }) => {
  const rows = await listMessages(tx, {
    state: query.state,
    type: query.type,
    problem: query.problem,
    controlId: query.search,
    visitHash: query.search === undefined ? undefined : lookupHash(ctx.lookupKey, query.search),
    limit: query.limit,
    after: readCursor(query.after, Cursor),
  });
  const feeds = await feedMap(tx);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => presentSummary(row, feeds)),
    next: rows.length > page.length && last ? writeCursor([last.received_at.toISOString(), last.id]) : null,
  };
});

const counts = onTx(contract.messageCounts, async (tx) => {
  const states = {} as Record<contract.MessageState, number>;
  for (const state of contract.MessageState.options) states[state] = await countState(tx, state);
  return {
    states,
    problems: await countProblems(tx),
    lastReceivedAt: (await lastReceivedAt(tx))?.toISOString() ?? null,
  };
});

const open = onTx(contract.openMessage, async (tx, { scope, params }) => {
  await auditOn(tx, scope, 'intake.message-opened', params.messageId);
  return detail(tx, scope, params.messageId);
});

const correction = onTx(contract.correctMessage, async (tx, { ctx, scope, params, body }) => {
  await correctAndReplay(tx, ctx, params.messageId, { ...body, by: staffOf(scope) });
  await auditOn(tx, scope, 'intake.message-corrected', params.messageId);
  return detail(tx, scope, params.messageId);
});

const replayOne = onTx(contract.replayMessage, async (tx, { scope, params, body }) => {
  await replay(tx, params.messageId, body.version);
  await auditOn(tx, scope, 'intake.message-replayed', params.messageId);
  return summary(tx, params.messageId);
});

const discardOne = onTx(contract.discardMessage, async (tx, { scope, params, body }) => {
  await discardMessage(tx, params.messageId, body);
  await auditOn(tx, scope, 'intake.message-discarded', params.messageId, { reason: body.reason });
  return summary(tx, params.messageId);
});

const replayMany = onTx(contract.replayQuarantined, async (tx, { scope, body }) => {
  const done = await replayProblem(tx, body.problem);
  await audit(tx, scope, {
    action: 'intake.problem-replayed',
    subject: { kind: 'raw-message', id: null },
    detail: { problem: body.problem, replayed: done.replayed },
  });
  return done;
});

const feeds = onTx(contract.listFeeds, async (tx) => (await feedsOf(tx)).map(presentFeed));

const dispositionCodes = onTx(contract.putDispositionCodes, async (tx, { scope, params, body }) => {
  if ((await feedById(tx, params.feedId)) === null) throw notFound();
  await setDispositionCodes(tx, params.feedId, body.codes);
  await audit(tx, scope, {
    action: 'intake.disposition-codes-put',
    subject: { kind: 'feed', id: params.feedId },
    detail: { codes: Object.keys(body.codes) },
  });
  const feed = await feedById(tx, params.feedId);
  if (feed === null) throw notFound();
  return presentFeed(feed);
});

/** Opening and every act on a message is written down, with the patient it was carried out for where that is known. */
async function auditOn(
  tx: Tx,
  scope: Scope,
  action: string,
  messageId: string,
  detailOf: Record<string, string> = {},
): Promise<void> {
  const row = await messageById(tx, messageId);
  if (row === null) throw notFound();
  await audit(tx, scope, {
    action,
    subject: { kind: 'raw-message', id: messageId },
    patientId: row.patient_id,
    detail: detailOf,
  });
}

async function summary(tx: Tx, id: string): Promise<contract.MessageSummary> {
  const row = await messageById(tx, id);
  if (row === null) throw notFound();
  return presentSummary(row, await feedMap(tx));
}

async function detail(tx: Tx, scope: Scope, id: string): Promise<contract.MessageDetail> {
  const row = await messageById(tx, id);
  const own = await feedMap(tx);
  const feed = row && own.get(row.feed_id);
  if (!row || !feed) throw notFound();
  const facts = factsOf(feed);
  const now = understand({ format: row.format, bytes: row.bytes, corrected: row.corrected_bytes }, facts);
  const original = row.corrected_bytes
    ? understand({ format: row.format, bytes: row.bytes, corrected: null }, facts).text
    : null;
  const [by] = row.corrected_by === null ? [] : await staffByIds(tx, [row.corrected_by]);
  return presentDetail(row, own, now, original, scope.identity === 'full', by?.name ?? null);
}

export const endpoints: readonly Endpoint[] = [
  list,
  counts,
  open,
  correction,
  replayOne,
  discardOne,
  replayMany,
  feeds,
  dispositionCodes,
  ...fhirEndpoints,
];
