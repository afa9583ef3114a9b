/** Charsets a message can be read in: names as the WHATWG TextDecoder knows them. */
export type Charset =
  | 'utf-8'
  | 'gb18030'
  | 'big5'
  | 'utf-16le'
  | 'utf-16be'
  | 'euc-kr'
  | 'windows-1252'
  | `iso-8859-${2 | 3 | 4 | 5 | 6 | 7 | 8 | 15}`
  | 'windows-1254';

/** What MSH-1 and MSH-2 say. A sender may leave out the later ones: then that character is plain text. */
export interface Separators {
  readonly field: string;
  readonly component: string;
  readonly repetition: string | null;
  readonly escape: string | null;
  readonly subcomponent: string | null;
  /** Since version 2.7: marks a value cut short. */
  readonly truncation: string | null;
}

/** How the text of a segment is to be read: one object shared by all segments of a message. */
export interface Encoding {
  readonly separators: Separators;
  /** Charset of the bytes behind `\Xhh\` escapes. */
  readonly charset: Charset;
}

/**
 * One segment. `fields[n]` is field n exactly as it came (still escaped), so that HL7's own numbers are the index:
 * `fields[0]` is the name and, in MSH, `fields[1]` is the field separator. Read it through `get` and `repetitions`.
 */
export interface Segment {
  readonly name: string;
  readonly fields: readonly string[];
  readonly encoding: Encoding;
}

export interface Message {
  readonly encoding: Encoding;
  readonly segments: readonly Segment[];
}

export type Hl7ErrorCode =
  | 'empty'
  | 'no-header'
  | 'separators'
  | 'segment-name'
  | 'several-messages'
  | 'required-field'
  | 'path'
  | 'no-such-segment'
  | 'protected-field'
  | 'value';

/** Why a text could not be read or changed. `detail` speaks of places, never of contents. */
export interface Hl7Error {
  readonly code: Hl7ErrorCode;
  readonly segment?: string;
  readonly field?: number;
  readonly detail: string;
}

/** `header` holds the MSH alone where that much could be read, so that the sender can still be answered by name. */
export type ParseResult =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly error: Hl7Error; readonly header: Message | null };

export const STANDARD_SEPARATORS: Separators = {
  field: '|',
  component: '^',
  repetition: '~',
  escape: '\\',
  subcomponent: '&',
  truncation: null,
};
