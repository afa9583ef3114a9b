/** Where the n-th segment of a name stands in a text of one segment a line; null where it does not. */
export function lineOf(text: string, segment: string, occurrence: number): { start: number; end: number } | null {
  let start = 0;
  let seen = 0;
  for (const line of text.split('\n')) {
    if (line.startsWith(segment)) {
      seen += 1;
      if (seen === occurrence) return { start, end: start + line.length };
    }
    start += line.length + 1;
  }
  return null;
}

export interface ChangedLine {
  readonly number: number;
  readonly before: string | null;
  readonly after: string | null;
}

/** The lines two texts differ in, by their place: corrections change fields, seldom the order of segments. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return Array.from({ length: Math.max(old.length, now.length) }, (_, at) => ({
    number: at + 1,
    before: old[at] ?? null,
    after: now[at] ?? null,
  })).filter((line) => line.before !== line.after);
}

/** One field of a segment in a text of one segment a line, in wire form; '' where segment or field is not there. */
export function fieldOf(text: string, at: { segment: string; occurrence: number; field: number }): string {
  const line = lineOf(text, at.segment, at.occurrence);
  return line ? (text.slice(line.start, line.end).split(markOf(text))[placeOf(at)] ?? '') : '';
}

/** The text with one field set; unchanged where the segment is not there. */
export function withField(
  text: string,
  at: { segment: string; occurrence: number; field: number },
  value: string,
): string {
  const line = lineOf(text, at.segment, at.occurrence);
  if (!line) return text;
  const fields = text.slice(line.start, line.end).split(markOf(text));
  while (fields.length <= placeOf(at)) fields.push('');
  fields[placeOf(at)] = value;
  return text.slice(0, line.start) + fields.join(markOf(text)) + text.slice(line.end);
}

/** MSH-1, the character after the first segment's name. */
const markOf = (text: string): string => text.charAt(3) || '|';
/** In MSH the separator is itself field 1. */
const placeOf = ({ segment, field }: { segment: string; field: number }): number =>
  segment === 'MSH' ? field - 1 : field;
