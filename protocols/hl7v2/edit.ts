import { escapeText } from './escape.ts';
import type { Hl7Error, Message, Segment } from './model.ts';
import { type Path, parsePath } from './path.ts';
import { rawRepetitions, splitAt } from './read.ts';

export type EditResult =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly error: Hl7Error };

const refuse = (error: Hl7Error): EditResult => ({ ok: false, error });

/** `parts` with place n (from 1) set to `text`, the gap before it filled with empty places. */
function placed(parts: readonly string[], n: number, text: string): string[] {
  const out = [...parts];
  while (out.length < n) out.push('');
  out[n - 1] = text;
  return out;
}

/** Characters that would end the segment or the transport frame. */
const LINE_AND_FRAME_MARKS = ['\r', '\n', '\u000b', '\u001c'];

/** The new raw field, or null when the message has no separator to express the place. */
function changedField(segment: Segment, path: Path, text: string): string | null {
  const { repetition, component, subcomponent } = segment.encoding.separators;
  const levels = [
    { mark: repetition, n: path.repetition },
    { mark: component, n: path.component },
    { mark: subcomponent, n: path.component === null ? null : path.subcomponent },
  ];
  const change = (raw: string, depth: number): string | null => {
    const level = levels[depth];
    if (level === undefined || level.n === null) return text;
    const parts = splitAt(raw, level.mark);
    const inner = change(parts[level.n - 1] ?? '', depth + 1);
    if (inner === null || (level.mark === null && level.n > 1)) return null;
    return placed(parts, level.n, inner).join(level.mark ?? '');
  };
  return change(rawRepetitions(segment, path.field).join(repetition ?? ''), 0);
}

/**
 * Changes one place and returns a new message; every other byte of it stays as it came. `value`: a plain text (escaped
 * as needed), null for explicit null, undefined to empty it. A path without component replaces the whole repetition.
 * With `wire: true` the value is already in wire form (`张^三`), and may hold any separator but those of fields and lines.
 */
export function setField(
  message: Message,
  path: string,
  value: string | null | undefined,
  options: { readonly wire?: boolean } = {},
): EditResult {
  const at = parsePath(path);
  if (at === null) return refuse({ code: 'path', detail: 'not an HL7 path' });
  const where = { segment: at.segment, field: at.field };
  if (at.segment === 'MSH' && at.field <= 2) {
    return refuse({ code: 'protected-field', ...where, detail: 'MSH-1 and MSH-2 say how the rest is read' });
  }
  const own = message.segments.filter((segment) => segment.name === at.segment)[at.occurrence - 1];
  if (own === undefined)
    return refuse({ code: 'no-such-segment', ...where, detail: 'the message has no such segment' });
  const { separators } = own.encoding;
  const unsafe =
    typeof value === 'string' && [separators.field, ...LINE_AND_FRAME_MARKS].some((mark) => value.includes(mark));
  if (options.wire === true && unsafe) {
    return refuse({ code: 'value', ...where, detail: 'a wire value may hold no field separator and no line break' });
  }
  const text =
    value === null ? '""' : value === undefined ? '' : options.wire === true ? value : escapeText(value, own.encoding);
  const field = text === null ? null : changedField(own, at, text);
  if (field === null)
    return refuse({ code: 'value', ...where, detail: 'the separators of this message cannot express it' });
  const changed: Segment = { ...own, fields: placed(own.fields, at.field + 1, field) };
  return { ok: true, message: { ...message, segments: message.segments.map((s) => (s === own ? changed : s)) } };
}
