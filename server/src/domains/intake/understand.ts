import { readBundle } from '../../../../protocols/fhir/index.ts';
import { type Charset, decode, type Message, type ParseResult, parse } from '../../../../protocols/hl7v2/index.ts';
import { isStorable } from '../../kernel/db/index.ts';
import type { Envelope } from './envelope.ts';
import type { FeedRow } from './feed.store.ts';
import { envelopeOf as envelopeOfBundle } from './fhir/envelope.ts';
import { mapFhir } from './fhir/map-fhir.ts';
import { envelopeOf as envelopeOfHl7 } from './hl7/envelope.ts';
import { lostCharacterAt } from './hl7/lost-character.ts';
import { mapAdt } from './hl7/map-adt.ts';
import type { Broken, FeedFacts, Mapped } from './stay-message.ts';

/** A message as it can be read now. Pure: bytes and feed in, meaning out. */
export interface Understood {
  readonly envelope: Envelope;
  readonly text: string;
  readonly charset: Charset;
  readonly replaced: boolean;
  /** The segments, where it is HL7 that can be read. */
  readonly message: Message | null;
  /** What of an unreadable HL7 message could be read, enough to answer its sender. */
  readonly header: Message | null;
  readonly mapped: Mapped;
}

export const factsOf = (feed: FeedRow): FeedFacts => ({
  timeZone: feed.time_zone,
  dispositionCodes: feed.disposition_codes,
  identifierSystems: feed.identifier_systems,
});

interface Raw {
  readonly format: string;
  readonly bytes: Uint8Array;
  /** A correction is kept in UTF-8, whatever the original's MSH-18 says. */
  readonly corrected: Uint8Array | null;
}

export function understand(raw: Raw, feed: FeedFacts): Understood {
  return raw.format === 'fhir' ? understandFhir(raw, feed) : understandHl7(raw, feed);
}

function understandHl7(raw: Raw, feed: FeedFacts): Understood {
  const { text, charset, replaced } = raw.corrected ? plain(raw.corrected) : decode(raw.bytes);
  const result = parse(text, charset);
  const header = result.ok ? result.message : result.header;
  const read = { text, charset, replaced, header, envelope: envelopeOfHl7(header, feed.timeZone) };
  if (!result.ok) return { ...read, message: null, mapped: unreadable(result) };
  const { message } = result;
  // A name with a hole in it would be kept for good; a person mends it or asks the sender for the right charset.
  const mapped = replaced ? brokenCharset(message) : mapAdt(message, feed);
  // An escaped NUL shows only in what was read out of the fields.
  return { ...read, message, mapped: isStorable(mapped) ? mapped : brokenCharset(message) };
}

function brokenCharset(message: Message): Broken {
  return { kind: 'broken', code: 'charset', path: lostCharacterAt(message) ?? 'MSH-18' };
}

function unreadable({ error, header }: Extract<ParseResult, { ok: false }>): Broken {
  const path =
    error.segment === undefined ? 'MSH' : `${error.segment}${error.field === undefined ? '' : `-${error.field}`}`;
  return { kind: 'broken', code: header === null ? 'not-hl7' : 'not-readable', path, detail: error.code };
}

function understandFhir(raw: Raw, feed: FeedFacts): Understood {
  const { text, charset, replaced } = plain(raw.corrected ?? raw.bytes);
  const nothing = { charset, replaced, text, message: null, header: null };
  const bad = (path: string, detail: string): Understood => ({
    ...nothing,
    envelope: { ...envelopeOfHl7(null, feed.timeZone), format: 'fhir' },
    mapped: { kind: 'broken', code: 'not-readable', path, detail },
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return bad('Bundle', 'json');
  }
  const result = readBundle(json);
  if (!result.ok) return bad(result.error.path, result.error.code);
  const envelope = envelopeOfBundle(result.bundle, json, feed.timeZone);
  const mapped: Mapped =
    replaced || !isStorable(json) ? { kind: 'broken', code: 'charset', path: 'Bundle' } : mapFhir(result.bundle, feed);
  return { ...nothing, envelope, mapped };
}

function plain(bytes: Uint8Array): { text: string; charset: Charset; replaced: boolean } {
  const text = new TextDecoder('utf-8').decode(bytes);
  return { text, charset: 'utf-8', replaced: text.includes('\ufffd') };
}
