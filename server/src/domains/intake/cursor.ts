import { isUuid } from '../../kernel/ids/index.ts';

export interface Cursor {
  readonly at: Date;
  readonly id: string;
}

/** Where a page ends, as an opaque text. */
export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at.toISOString()}|${id}`).toString('base64url');
}

/** Reads what `writeCursor` wrote; null for anything else, which is the first page. */
export function readCursor(text: string | undefined): Cursor | null {
  const [time = '', id = ''] = Buffer.from(text ?? '', 'base64url').toString().split('|');
  const ms = Date.parse(time);
  return Number.isNaN(ms) || !isUuid(id) ? null : { at: new Date(ms), id };
}
