import { z } from 'zod';
import type { Message } from '../../../../contract/channels.ts';
import type { Words as BothWords } from '../../../../contract/common.ts';
import { Id, Instant } from '../../../../contract/common.ts';
import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { readCursor, writeCursor } from '../../kernel/http/index.ts';
import type { Words } from '../../kernel/i18n/index.ts';
import { openPatient } from '../encounters/index.ts';
import { historyOf } from './history.store.ts';
import { pageOfMessages, type TitleRow, titleRows } from './message.store.ts';
import { presentMessage, type Say } from './present.ts';

const Cursor = z.tuple([Instant, Id]);

/** A page of the messages of a patient in reach, latest due first, with the cursor of the next page. Throws not found. */
export async function messagesOf(
  tx: Tx,
  scope: Scope,
  words: Words,
  patientId: string,
  page: { limit: number; after?: string | undefined },
): Promise<{ items: Message[]; next: string | null }> {
  const standing = await openPatient(tx, scope, patientId);
  const after = readCursor(page.after, Cursor);
  const rows = await pageOfMessages(tx, standing, {
    limit: page.limit + 1,
    after: after && { dueAt: new Date(after[0]), id: after[1] },
  });
  const shown = rows.slice(0, page.limit);
  const history = await historyOf(
    tx,
    shown.map((row) => row.id),
  );
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => presentMessage(row, history, sayIn(words))),
    next: last ? writeCursor([last.due_at.toISOString(), last.id]) : null,
  };
}

/** Titles of messages of a patient the caller has opened, by id; for lines that speak of them. */
export async function titlesOf(
  tx: Tx,
  scope: Scope,
  patientId: string,
  ids: readonly string[],
): Promise<Map<string, TitleRow>> {
  const standing = await openPatient(tx, scope, patientId);
  const rows = ids.length === 0 ? [] : await titleRows(tx, standing, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

function sayIn(words: Words): Say {
  return (key): BothWords | null => {
    const zh = words('zh-CN', key);
    return zh === key ? null : { 'zh-CN': zh, en: words('en', key) };
  };
}
