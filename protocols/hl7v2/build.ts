import { escapeText } from './escape.ts';
import { type Encoding, type Message, type Segment, type Separators, STANDARD_SEPARATORS } from './model.ts';
import { encodingCharacters } from './separators.ts';

/** undefined = left empty, null = explicit null (`""`), a text is escaped as needed. */
export type ValueInput = string | null | undefined;
/** A list at the first level holds components, a list inside it holds subcomponents. */
export type RepetitionInput = ValueInput | readonly (ValueInput | readonly ValueInput[])[];
export type FieldInput = RepetitionInput | { readonly repetitions: readonly RepetitionInput[] };
/** `['PV1', { 2: 'I', 3: ['W5', '501', '12'], 45: '20261122' }]`: fields under HL7's own numbers. */
export type SegmentInput = readonly [name: string, fields: Readonly<Record<number, FieldInput>>];

/** Several repetitions of one field. */
export const repeated = (...repetitions: readonly RepetitionInput[]): FieldInput => ({ repetitions });

function value(input: ValueInput, encoding: Encoding): string {
  if (input === undefined) return '';
  if (input === null) return '""';
  const written = escapeText(input, encoding);
  if (written === null) throw new RangeError('a value needs an escape character, and the separators have none');
  return written;
}

/** Drops what is empty at the end: `a^^` says no more than `a`. */
function joined(parts: readonly string[], mark: string | null): string {
  const last = parts.findLastIndex((text) => text !== '');
  if (last > 0 && mark === null) throw new RangeError('a value needs a separator the message does not have');
  return parts.slice(0, last + 1).join(mark ?? '');
}

function repetition(input: RepetitionInput, encoding: Encoding): string {
  if (input === null || input === undefined || typeof input === 'string') return value(input, encoding);
  const { component, subcomponent } = encoding.separators;
  const written = input.map((part) =>
    part === null || part === undefined || typeof part === 'string'
      ? value(part, encoding)
      : joined(
          part.map((piece) => value(piece, encoding)),
          subcomponent,
        ),
  );
  return joined(written, component);
}

const isRepeated = (input: FieldInput): input is { readonly repetitions: readonly RepetitionInput[] } =>
  typeof input === 'object' && input !== null && 'repetitions' in input;

/** Writes one field in wire form. */
export function fieldText(input: FieldInput, encoding: Encoding): string {
  if (!isRepeated(input)) return repetition(input, encoding);
  const written = input.repetitions.map((one) => repetition(one, encoding));
  return joined(written, encoding.separators.repetition);
}

function segment([name, fields]: SegmentInput, encoding: Encoding): Segment {
  const numbers = Object.keys(fields).map(Number);
  const wire: string[] = [name];
  for (let n = 1; n <= Math.max(0, ...numbers); n++) wire.push(fieldText(fields[n], encoding));
  if (name === 'MSH') {
    wire[1] = encoding.separators.field;
    wire[2] = encodingCharacters(encoding.separators);
  }
  return { name, fields: wire.slice(0, wire.findLastIndex((text) => text !== '') + 1), encoding };
}

/** Puts a message together; MSH-1 and MSH-2 are filled in. Throws RangeError when the first segment is not MSH. */
export function makeMessage(inputs: readonly SegmentInput[], separators: Separators = STANDARD_SEPARATORS): Message {
  if (inputs[0]?.[0] !== 'MSH') throw new RangeError('a message begins with MSH');
  const encoding: Encoding = { separators, charset: 'utf-8' };
  return { encoding, segments: inputs.map((input) => segment(input, encoding)) };
}

/** A message as text, every segment closed by CR. */
export function serialize(message: Message): string {
  return message.segments.map(segmentText).join('');
}

function segmentText({ name, fields, encoding }: Segment): string {
  const mark = encoding.separators.field;
  // In MSH the separator is itself field 1.
  const written = name === 'MSH' ? [name, encodingCharacters(encoding.separators), ...fields.slice(3)] : fields;
  return `${written.join(mark)}\r`;
}

/** `makeMessage` and `serialize` in one step: segments to wire text. */
export function buildMessage(inputs: readonly SegmentInput[], separators?: Separators): string {
  return serialize(makeMessage(inputs, separators));
}
