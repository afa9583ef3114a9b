import type { Hl7Error, Message } from './model.ts';
import { parsePath } from './path.ts';
import { getText } from './read.ts';

/** The first of the given places that holds no value, as an error naming it; null when all are filled. */
export function missingField(message: Message, paths: readonly string[]): Hl7Error | null {
  for (const path of paths) {
    const at = parsePath(path);
    if (at === null) throw new RangeError(`not an HL7 path: ${path}`);
    if (getText(message, path) === undefined) {
      const present = message.segments.some((segment) => segment.name === at.segment);
      const detail = present ? 'a required field is empty' : 'a required segment is missing';
      return { code: 'required-field', segment: at.segment, field: at.field, detail };
    }
  }
  return null;
}
