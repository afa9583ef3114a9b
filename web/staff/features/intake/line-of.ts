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
