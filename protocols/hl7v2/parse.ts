import { type Decoded, decode } from './charset.ts';
import type { Charset, Encoding, Hl7Error, Message, ParseResult, Segment } from './model.ts';
import { encodingCharacters, readSeparators } from './separators.ts';

const WRAPPERS = new Set(['FHS', 'BHS', 'BTS', 'FTS']);
/** White space, BOM and the marks of a transport frame that a sloppy reader left on. */
const edge = (character: string): boolean => character.trim() === '' || '\u0000\u000b\u001c'.includes(character);

/** A loop, not a pattern: `\s+$` takes quadratic time on a line with long blanks inside. */
function trimEdges(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && edge(line.charAt(start))) start++;
  while (end > start && edge(line.charAt(end - 1))) end--;
  return line.slice(start, end);
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\r\n]/)
    .map(trimEdges)
    .filter((line) => line !== '');

function segmentOf(line: string, encoding: Encoding): Segment {
  const mark = encoding.separators.field;
  const fields = line.split(mark);
  const name = fields[0] ?? '';
  if (name === 'MSH') fields.splice(1, 1, mark, encodingCharacters(encoding.separators));
  return { name, fields, encoding };
}

/** Whether a line without a segment name can only be the rest of a note broken across lines by hand. */
function continues(previous: Segment, line: string): boolean {
  const { field, escape } = previous.encoding.separators;
  return previous.name !== 'MSH' && previous.fields.length > 1 && escape !== null && !line.includes(field);
}

function refuse(header: Message | null, error: Hl7Error): ParseResult {
  return { ok: false, error, header };
}

function parseLines(lines: readonly string[], charset: Charset): ParseResult {
  const first = lines[0];
  if (first === undefined) return refuse(null, { code: 'empty', detail: 'the text holds no segment' });
  if (!first.startsWith('MSH')) return refuse(null, { code: 'no-header', detail: 'the first segment is not MSH' });
  const separators = readSeparators(first);
  if (separators === null) {
    return refuse(null, {
      code: 'separators',
      segment: 'MSH',
      field: 2,
      detail: 'MSH-1 and MSH-2 give no usable separators',
    });
  }
  const encoding: Encoding = { separators, charset };
  const segments: Segment[] = [segmentOf(first, encoding)];
  const header: Message = { encoding, segments: [...segments] };
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    const mark = separators.field;
    const name = line.split(mark, 1)[0] ?? '';
    const named = /^[A-Z][A-Z0-9]{2}$/.test(name.trimEnd());
    const previous = segments.at(-1);
    if (named) segments.push(segmentOf(name.trimEnd() + line.slice(name.length), encoding));
    else if (previous === undefined || !continues(previous, line)) {
      return refuse(header, { code: 'segment-name', detail: `line ${index + 1} does not begin with a segment name` });
    } else {
      // A bare line break inside a text field (notes typed by hand): the line belongs to the field before it.
      const fields = [...previous.fields];
      fields.push(`${fields.pop() ?? ''}${separators.escape ?? ''}.br${separators.escape ?? ''}${line}`);
      segments[segments.length - 1] = { ...previous, fields };
    }
  }
  return { ok: true, message: { encoding, segments } };
}

function groups(text: string): string[][] {
  const found: string[][] = [];
  for (const line of linesOf(text)) {
    if (WRAPPERS.has(line.slice(0, 3))) continue;
    const last = found.at(-1);
    if (line.startsWith('MSH') || last === undefined) found.push([line]);
    else last.push(line);
  }
  return found;
}

/**
 * Reads one message. Takes any line ending, any separators, a batch wrapper around a single message, blank lines and
 * blanks at line ends. Never throws on input. `charset` is that of the bytes, for `\Xhh\` escapes.
 */
export function parse(text: string, charset: Charset = 'utf-8'): ParseResult {
  const found = groups(text);
  const first = parseLines(found[0] ?? [], charset);
  if (found.length < 2) return first;
  const header = first.ok ? first.message : first.header;
  return refuse(header, { code: 'several-messages', detail: `the text holds ${found.length} messages` });
}

/** Reads every message of a batch or file (FHS/BHS … BTS/FTS, or messages one after the other), each on its own. */
export function parseBatch(text: string, charset: Charset = 'utf-8'): ParseResult[] {
  const found = groups(text);
  return (found.length === 0 ? [[]] : found).map((lines) => parseLines(lines, charset));
}

/** Bytes to message in one step, with what was learned about the charset. */
export function parseBytes(bytes: Uint8Array): { readonly decoded: Decoded; readonly result: ParseResult } {
  const decoded = decode(bytes);
  return { decoded, result: parse(decoded.text, decoded.charset) };
}
