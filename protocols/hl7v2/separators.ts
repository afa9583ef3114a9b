import type { Separators } from './model.ts';

const usable = (character: string): boolean => /^[^A-Za-z0-9\s"\ud800-\udfff]$/.test(character) || character === '\t';

/**
 * Reads MSH-1 and MSH-2 from the start of a header line.
 * Returns null when a needed separator is missing, repeated, or a letter, digit, space or quote.
 */
export function readSeparators(headerLine: string): Separators | null {
  const field = headerLine.charAt(3);
  if (!usable(field)) return null;
  const end = headerLine.indexOf(field, 4);
  const listed = headerLine.slice(4, end === -1 ? undefined : end).trimEnd();
  // Senders that build the header in source code sometimes leak the doubled backslash of their string literal.
  const characters = [...listed.replace('\\\\', '\\')];
  const [component, repetition = null, escape = null, subcomponent = null, truncation = null] = characters;
  if (component === undefined || characters.length > 5 || !characters.every(usable)) return null;
  if (new Set([field, ...characters]).size !== characters.length + 1) return null;
  return { field, component, repetition, escape, subcomponent, truncation };
}

/** MSH-2 as it goes on the wire. */
export function encodingCharacters(separators: Separators): string {
  const { component, repetition, escape, subcomponent, truncation } = separators;
  return [component, repetition, escape, subcomponent, truncation].map((character) => character ?? '').join('');
}
