import { z } from 'zod';
import { readCursor, writeCursor } from '../../kernel/http/index.ts';
import { type AfterDate, type AfterTime, NO_DATE } from './list.store.ts';

const DateCursor = z.tuple([z.iso.date(), z.guid()]);
const TimeCursor = z.tuple([z.iso.datetime(), z.guid()]);

/** Place in a list by date; throws invalid for a cursor this list did not give out. */
export function readDateCursor(cursor: string | undefined): AfterDate | null {
  const keys = readCursor(cursor, DateCursor);
  return keys && { on: keys[0], id: keys[1] };
}
export const writeDateCursor = (on: string | null, id: string): string => writeCursor([on ?? NO_DATE, id]);

/** Place in a list by time; throws invalid for a cursor this list did not give out. */
export function readTimeCursor(cursor: string | undefined): AfterTime | null {
  const keys = readCursor(cursor, TimeCursor);
  return keys && { at: keys[0], id: keys[1] };
}
export const writeTimeCursor = (at: Date | null, id: string): string => writeCursor([at?.toISOString() ?? '', id]);

/** One row more than the page was read: whether there is a next page, without counting. */
export function page<T, R>(
  rows: readonly R[],
  limit: number,
  present: (row: R) => T | null,
  cursor: (row: R) => string,
): { items: T[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.flatMap((row) => present(row) ?? []);
  return { items, next: rows.length > limit && last ? cursor(last) : null };
}
