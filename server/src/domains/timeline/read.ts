import { z } from 'zod';
import { Id, Instant } from '../../../../contract/common.ts';
import type { TimelineEntry } from '../../../../contract/timeline.ts';
import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { readCursor, writeCursor } from '../../kernel/http/index.ts';
import type { Words } from '../../kernel/i18n/index.ts';
import { openPatient } from '../encounters/index.ts';
import { ask } from './ask.ts';
import { isKind, type Kind } from './kinds.ts';
import { presentEntry } from './present.ts';
import { type EntryRow, pageOfEntries } from './store.ts';

const Cursor = z.tuple([Instant, Id]);

/** A page of all that happened around a patient in reach, newest first, in words. Throws not found. */
export async function read(
  tx: Tx,
  scope: Scope,
  words: Words,
  patientId: string,
  page: { limit: number; after?: string | undefined },
): Promise<{ items: TimelineEntry[]; next: string | null }> {
  const standing = await openPatient(tx, scope, patientId);
  const after = readCursor(page.after, Cursor);
  const rows = await pageOfEntries(tx, standing, {
    limit: page.limit + 1,
    after: after && { occurredAt: new Date(after[0]), eventId: after[1] },
  });
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  const lines = shown.filter((row): row is EntryRow & { kind: Kind } => isKind(row.kind));
  const known = await ask(tx, scope, words, standing, lines);
  return {
    items: lines.map((row) => presentEntry(row, known, words)),
    next: last ? writeCursor([last.occurred_at.toISOString(), last.event_id]) : null,
  };
}
