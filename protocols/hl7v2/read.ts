import { unescapeText } from './escape.ts';
import type { Encoding, Message, Segment } from './model.ts';
import { type Path, parsePath } from './path.ts';

/** One repetition of a field, decoded: components, each a list of subcomponents. undefined = empty or explicit null. */
export type Repetition = readonly (readonly (string | undefined)[])[];

const EXPLICIT_NULL = '""';

/** Splits at a separator the sender may not have. */
export const splitAt = (raw: string, mark: string | null): string[] => (mark === null ? [raw] : raw.split(mark));

/** The repetitions of a field as they came. MSH-1 and MSH-2 are made of separators and never split. */
export function rawRepetitions(segment: Segment, field: number): string[] {
  const raw = segment.fields[field] ?? '';
  if (segment.name === 'MSH' && field <= 2) return [raw];
  return splitAt(raw, segment.encoding.separators.repetition);
}

function leaf(raw: string, encoding: Encoding): string | null | undefined {
  const trimmed = raw.trim();
  if (trimmed === EXPLICIT_NULL) return null;
  const text = unescapeText(trimmed, encoding).trim();
  return text === '' ? undefined : text;
}

/** All segments of a name, in order. */
export function segments(message: Message, name: string): Segment[] {
  return message.segments.filter((segment) => segment.name === name);
}

function located(source: Message | Segment, text: string): { segment: Segment | undefined; path: Path } {
  const path = parsePath(text);
  if (path === null) throw new RangeError(`not an HL7 path: ${text}`);
  if (!('name' in source)) return { segment: segments(source, path.segment)[path.occurrence - 1], path };
  if (source.name !== path.segment) throw new RangeError(`path ${text} read from a ${source.name} segment`);
  return { segment: source, path };
}

/**
 * Reads one value: `get(message, 'PID-5.1')`, `get(dg1, 'DG1-3.2')`. A path that stops early means the first component
 * and subcomponent, as HL7 has old receivers read newer types.
 *
 * undefined: the sender says nothing; null: the sender says the value is to be deleted (`""`); else the text, escapes
 * resolved, blanks at its ends gone. Throws RangeError on a malformed path, which is a mistake in our code.
 */
export function get(source: Message | Segment, path: string): string | null | undefined {
  const { segment, path: at } = located(source, path);
  const raw = segment === undefined ? undefined : rawRepetitions(segment, at.field)[at.repetition - 1];
  if (segment === undefined || raw === undefined) return undefined;
  // A field deleted as a whole has no components left.
  if (raw.trim() === EXPLICIT_NULL) return null;
  const { encoding } = segment;
  if (segment.name === 'MSH' && at.field <= 2) return (at.component ?? 1) === 1 ? raw : undefined;
  const component = splitAt(raw, encoding.separators.component)[(at.component ?? 1) - 1];
  if (component === undefined) return undefined;
  if (component.trim() === EXPLICIT_NULL) return null;
  return leaf(splitAt(component, encoding.separators.subcomponent)[(at.subcomponent ?? 1) - 1] ?? '', encoding);
}

/** `get` for callers to whom "deleted" and "not sent" are the same. */
export function getText(source: Message | Segment, path: string): string | undefined {
  return get(source, path) ?? undefined;
}

/** Every filled repetition of a field (`repetitions(message, 'PID-3')`), decoded, ready for the datatype readers. */
export function repetitions(source: Message | Segment, path: string): Repetition[] {
  const { segment, path: at } = located(source, path);
  if (segment === undefined) return [];
  const { encoding } = segment;
  return rawRepetitions(segment, at.field)
    .map((raw) =>
      splitAt(raw, encoding.separators.component).map((component) =>
        splitAt(component, encoding.separators.subcomponent).map((part) => leaf(part, encoding) ?? undefined),
      ),
    )
    .filter((repetition) => repetition.some((component) => component.some((part) => part !== undefined)));
}

/**
 * Reads a free-text field (OBX-5, NTE-3) whole, one text per filled repetition: senders often leave `^` and `&`
 * unescaped in notes, and cutting there would lose words.
 */
export function texts(source: Message | Segment, path: string): string[] {
  const { segment, path: at } = located(source, path);
  if (segment === undefined) return [];
  return rawRepetitions(segment, at.field)
    .map((raw) => leaf(raw, segment.encoding))
    .filter((text): text is string => typeof text === 'string');
}
