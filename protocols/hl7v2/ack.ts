import { buildMessage, type FieldInput, type SegmentInput } from './build.ts';
import { type Message, STANDARD_SEPARATORS } from './model.ts';
import { getText, type Repetition, repetitions } from './read.ts';

/** HL7 table 0357, the codes a receiver gives its reasons in. */
export const ERROR_CODES = {
  100: 'Segment sequence error',
  101: 'Required field missing',
  102: 'Data type error',
  103: 'Table value not found',
  200: 'Unsupported message type',
  201: 'Unsupported event code',
  202: 'Unsupported processing id',
  203: 'Unsupported version id',
  204: 'Unknown key identifier',
  205: 'Duplicate key identifier',
  206: 'Application record locked',
  207: 'Application internal error',
} as const;

export type AckErrorCode = keyof typeof ERROR_CODES;

export interface ErrorLocation {
  readonly segment: string;
  readonly sequence?: number;
  readonly field?: number;
  readonly repetition?: number;
  readonly component?: number;
  readonly subcomponent?: number;
}

export interface AckInput {
  /** The message answered, or as much of it as could be read (`ParseResult.header`), or null. */
  readonly message: Message | null;
  readonly code: 'AA' | 'AE' | 'AR';
  /** Our own MSH-10. */
  readonly controlId: string;
  /** For the sender's engineers: never a patient's data. */
  readonly text?: string;
  readonly errorLocation?: ErrorLocation;
  /** Default 207 when the code is AE or AR. */
  readonly errorCode?: AckErrorCode;
  /** MSH-7, a DTM. */
  readonly at: string;
}

const input = (from: Repetition | undefined): FieldInput => from;

/** ERR changed wholly in 2.5: before, one ELD in field 1; since, place, code, severity and text apart. */
function errorSegment(ack: AckInput, modern: boolean): SegmentInput {
  const code = ack.errorCode ?? 207;
  const at = ack.errorLocation;
  const number = (n: number | undefined): string | undefined => (n === undefined ? undefined : String(n));
  const coded = [String(code), ERROR_CODES[code], 'HL70357'];
  const place = [at?.segment, number(at === undefined ? undefined : (at.sequence ?? 1)), number(at?.field)];
  if (!modern) return ['ERR', { 1: [...place, coded] }];
  const exact = [...place, number(at?.repetition), number(at?.component), number(at?.subcomponent)];
  return ['ERR', { 2: exact, 3: coded, 4: 'E', 8: ack.text }];
}

/** `2.5.1` → 2.05, so that 2.10 would follow 2.9; unreadable → 2.5. */
function versionNumber(version: string | undefined): number {
  const found = /^(\d+)\.(\d+)/.exec(version ?? '');
  return found === null ? 2.05 : Number(found[1]) + Number(found[2]) / 100;
}

/**
 * Writes the answer to a message: MSH with sender and receiver swapped and the version echoed, MSA, and ERR for AE and
 * AR. It is written in the sender's own separators where these are complete, so that whoever sent can read it.
 */
export function buildAck(ack: AckInput): string {
  const { message } = ack;
  const heard = (n: number): FieldInput => input(message === null ? undefined : repetitions(message, `MSH-${n}`)[0]);
  const said = (path: string): string | undefined => (message === null ? undefined : getText(message, path));
  const version = said('MSH-12.1');
  const since = versionNumber(version);
  const trigger = said('MSH-9.2');
  const type = trigger === undefined ? 'ACK' : since >= 2.04 ? ['ACK', trigger, 'ACK'] : ['ACK', trigger];
  const header: SegmentInput = [
    'MSH',
    {
      3: heard(5),
      4: heard(6),
      5: heard(3),
      6: heard(4),
      7: ack.at,
      9: type,
      10: ack.controlId,
      11: said('MSH-11.1') ?? 'P',
      12: version ?? '2.5',
      18: said('MSH-18'),
    },
  ];
  // MSA-3 was withdrawn in 2.7; from 2.5 on the text also stands in ERR-8.
  const answer: SegmentInput = ['MSA', { 1: ack.code, 2: said('MSH-10'), 3: since < 2.07 ? ack.text : undefined }];
  const segments = ack.code === 'AA' ? [header, answer] : [header, answer, errorSegment(ack, since >= 2.05)];
  const own = message?.encoding.separators;
  const complete = own !== undefined && own.escape !== null && own.subcomponent !== null && own.repetition !== null;
  return buildMessage(segments, complete ? own : STANDARD_SEPARATORS);
}
