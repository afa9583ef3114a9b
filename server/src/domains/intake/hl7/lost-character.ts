import type { Message } from '../../../../../protocols/hl7v2/index.ts';
import { isStorable } from '../../../kernel/db/index.ts';

const REPLACEMENT = '\ufffd';
const ESCAPED_NUL = /\\X(?:[\dA-F]{2})*00/i;

/** The first field in which a character was lost or cannot be kept, as a path; null where none was. */
export function lostCharacterAt(message: Message): string | null {
  const seen = new Map<string, number>();
  for (const { name, fields } of message.segments) {
    const occurrence = (seen.get(name) ?? 0) + 1;
    seen.set(name, occurrence);
    const field = fields.findIndex((text) => text.includes(REPLACEMENT) || ESCAPED_NUL.test(text) || !isStorable(text));
    if (field > 0) return `${name}${occurrence > 1 ? `[${occurrence}]` : ''}-${field}`;
  }
  return null;
}
