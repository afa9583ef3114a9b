import { encodeText } from './encode-text.ts';
import type { Encoding } from './model.ts';

/** Blank lines one `\.sp<n>\` may ask for: the number comes from outside. */
const MOST_BLANK_LINES = 20;
const HEX = /^X(?:[0-9A-Fa-f]{2})+$/;

/** What one escape stands for, or null when it is not ours to read (a plain backslash). */
function meaning(body: string, encoding: Encoding): string | null {
  const { field, component, repetition, escape, subcomponent, truncation } = encoding.separators;
  switch (body) {
    case 'F':
      return field;
    case 'S':
      return component;
    case 'R':
      return repetition;
    case 'E':
      return escape;
    case 'T':
      return subcomponent;
    case 'P':
      return truncation;
    case 'H':
    case 'N':
    case '.fi':
    case '.nf':
      return '';
    case '.br':
    case '.ce':
      return '\n';
  }
  // Private escapes and charset switches are whole, but only the two sides know what they mean.
  if (/^(Z.*|C[0-9A-F]{4}|M[0-9A-F]{4,6})$/.test(body)) return `${escape}${body}${escape}`;
  if (/^\.(in|ti)[+-]?\d+$/.test(body)) return '';
  const space = /^\.sp\+?(\d*)$/.exec(body);
  if (space !== null) return '\n'.repeat(Math.min(Number(space[1] || 1), MOST_BLANK_LINES));
  return null;
}

function hexText(digits: string, encoding: Encoding): string {
  const bytes = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return new TextDecoder(encoding.charset, { ignoreBOM: true }).decode(bytes);
}

/** Replaces the escapes of one value. What is no known escape stays as it came. Never throws. */
export function unescapeText(raw: string, encoding: Encoding): string {
  const mark = encoding.separators.escape;
  if (mark === null || !raw.includes(mark)) return raw;
  const parts = raw.split(mark);
  let text = parts[0] ?? '';
  // Bytes of one character may be spread over neighbouring \X..\ escapes, so they are gathered before decoding.
  let hex = '';
  for (let i = 1; i < parts.length; i++) {
    const body = parts[i] ?? '';
    const closed = i + 1 < parts.length;
    if (closed && HEX.test(body)) {
      hex += body.slice(1);
      i++;
      const after = parts[i] ?? '';
      const more = after === '' && i + 2 < parts.length && HEX.test(parts[i + 1] ?? '');
      if (more) continue;
      text += hexText(hex, encoding) + after;
      hex = '';
      continue;
    }
    const known = closed ? meaning(body, encoding) : null;
    if (known === null) text += mark + body;
    else {
      i++;
      text += known + (parts[i] ?? '');
    }
  }
  return text;
}

const hexOf = (text: string, encoding: Encoding): string =>
  [...encodeText(text, encoding.charset)].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('');

/**
 * Writes a plain text as one value, or returns null when it holds a separator and the message has no escape for it.
 * A text that is just two quotation marks is escaped, because bare it would mean "delete".
 */
export function escapeText(text: string, encoding: Encoding): string | null {
  const { field, component, repetition, escape, subcomponent, truncation } = encoding.separators;
  const names = new Map<string | null, string>([
    [field, 'F'],
    [component, 'S'],
    [repetition, 'R'],
    [escape, 'E'],
    [subcomponent, 'T'],
    [truncation, 'P'],
  ]);
  const bodyOf = (character: string): string | undefined => {
    if (text === '""') return `X${hexOf(character, encoding)}`;
    if (character === '\n') return '.br';
    return names.get(character) ?? (character < ' ' ? `X${hexOf(character, encoding)}` : undefined);
  };
  let out = '';
  for (const character of text.replace(/\r\n?/g, '\n')) {
    const body = bodyOf(character);
    if (body !== undefined && escape === null) return null;
    out += body === undefined ? character : `${escape}${body}${escape}`;
  }
  return out;
}
