import type { TimelineEntry } from '../../../../contract/timeline.ts';
import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { invalid } from '../../kernel/http/index.ts';
import type { Words } from '../../kernel/i18n/index.ts';
import { isUuid } from '../../kernel/ids/index.ts';
import { openPatient } from '../encounters/index.ts';
import { ask } from './ask.ts';
import { isKind, type Kind } from './kinds.ts';
import { presentEntry } from './present.ts';
import { type EntryRow, pageOfEntries } from './store.ts';

/** A page of all that happened around a patient in reach, newest first, in words. Throws not found. */
export async function read(
  tx: Tx,
  scope: Scope,
  words: Words,
  patientId: string,
  page: { limit: number; after?: string | undefined },
): Promise<{ items: TimelineEntry[]; next: string | null }> {
  const standing = await openPatient(tx, scope, patientId);
  const after = page.after ? readCursor(page.after) : null;
  const rows = await pageOfEntries(tx, standing, { limit: page.limit + 1, after });
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  const lines = shown.filter((row): row is EntryRow & { kind: Kind } => isKind(row.kind));
  const known = await ask(tx, scope, words, standing, lines);
  return {
    items: lines.map((row) => presentEntry(row, known, words)),
    next: last ? `${last.occurred_at.getTime()}_${last.event_id}` : null,
  };
}

function readCursor(after: string): { occurredAt: Date; eventId: string } {
  const [at, eventId] = after.split('_');
  const occurredAt = new Date(Number(at));
  if (eventId === undefined || !isUuid(eventId) || Number.isNaN(occurredAt.getTime()))
    throw invalid({ after: 'cursor' });
  return { occurredAt, eventId };
}
