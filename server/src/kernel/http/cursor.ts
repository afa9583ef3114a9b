import type { z } from 'zod';
import { invalid } from './problem.ts';

/** The opaque `next` of a list: the keys of its last row. */
export function writeCursor(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The keys in an `after`, as `shape` wants them; null for the first page. Throws invalid for a cursor of another list. */
export function readCursor<T>(after: string | undefined, shape: z.ZodType<T>): T | null {
  if (after === undefined) return null;
  const parsed = shape.safeParse(parse(after));
  if (!parsed.success) throw invalid({ after: 'cursor' });
  return parsed.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
