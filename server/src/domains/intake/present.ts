import type { Feed, MessageDetail, MessageSummary } from '../../../../contract/intake.ts';
import { Disposition, MessageFormat, MessageState } from '../../../../contract/intake.ts';
import { type Message, parsePath } from '../../../../protocols/hl7v2/index.ts';
import type { FeedRow } from './feed.store.ts';
import type { MessageRow, StoredMessage } from './message.store.ts';
import type { Understood } from './understand.ts';

export function presentSummary(row: MessageRow, feeds: ReadonlyMap<string, FeedRow>): MessageSummary {
  return {
    id: row.id,
    format: MessageFormat.parse(row.format),
    type: row.type,
    controlId: row.control_id,
    feed: feeds.get(row.feed_id)?.name ?? '',
    state: MessageState.parse(row.state),
    problem:
      row.problem_code === null ? null : { code: row.problem_code, path: row.problem_path, detail: row.problem_detail },
    receivedAt: row.received_at.toISOString(),
    sourceAt: row.source_at.toISOString(),
    corrected: row.corrected_at !== null,
    attempts: row.attempts,
    patientId: row.patient_id,
    encounterId: row.encounter_id,
    version: row.version,
  };
}

/** One message with its segments. A reader who may not see people gets places without values. */
export function presentDetail(
  row: StoredMessage,
  feeds: ReadonlyMap<string, FeedRow>,
  now: Understood,
  original: string | null,
  shown: boolean,
  correctedBy: string | null,
): MessageDetail {
  return {
    ...presentSummary(row, feeds),
    bytes: row.bytes.length,
    charset: now.charset,
    replaced: now.replaced,
    shown,
    segments: now.message === null ? [] : segmentsOf(now.message, shown),
    text: shown ? lines(now.text) : '',
    originalText: shown && original !== null ? lines(original) : null,
    broken: placeOf(row.problem_path),
    correctedAt: row.corrected_at?.toISOString() ?? null,
    correctedBy,
    discardReason: row.discard_reason,
  };
}

const lines = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd();

function segmentsOf(message: Message, shown: boolean): MessageDetail['segments'] {
  const seen = new Map<string, number>();
  return message.segments.map(({ name, fields }) => {
    const occurrence = (seen.get(name) ?? 0) + 1;
    seen.set(name, occurrence);
    const own = fields.map((text, number) => ({ number, text: shown || text === '' ? text : '•' }));
    return { name, occurrence, fields: own.slice(name === 'MSH' ? 2 : 1) };
  });
}

/** A field without a number of its own (`MSH`) marks the whole segment; a FHIR path marks nothing. */
function placeOf(path: string | null): MessageDetail['broken'] {
  if (path === null) return null;
  const at = parsePath(path);
  if (at !== null) return { segment: at.segment, occurrence: at.occurrence, field: at.field };
  return /^[A-Z][A-Z0-9]{2}$/.test(path) ? { segment: path, occurrence: 1, field: null } : null;
}

export function presentFeed(feed: FeedRow): Feed {
  const codes = Object.entries(feed.disposition_codes).flatMap(([code, said]) => {
    const known = Disposition.safeParse(said);
    return known.success ? [[code, known.data] as const] : [];
  });
  return {
    id: feed.id,
    kind: feed.kind,
    name: feed.name,
    sendingFacility: feed.sending_facility,
    receivingFacility: feed.receiving_facility,
    timeZone: feed.time_zone,
    dispositionCodes: Object.fromEntries(codes),
  };
}
