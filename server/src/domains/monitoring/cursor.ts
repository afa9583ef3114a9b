import { invalid } from '../../kernel/http/index.ts';
import { isUuid } from '../../kernel/ids/index.ts';

/** Where a page of a list ended. `danger` only in the list of open alerts. */
export interface Place {
  readonly danger: number;
  readonly at: Date;
  readonly id: string;
}

export function writeCursor(place: Place): string {
  return `${place.danger}_${place.at.getTime()}_${place.id}`;
}

/** Null for the first page; throws invalid for what this list has not written. */
export function readCursor(after: string | undefined): Place | null {
  if (after === undefined) return null;
  const [danger, at, id] = after.split('_');
  const place = { danger: Number(danger), at: new Date(Number(at)), id: id ?? '' };
  if (!isUuid(place.id) || Number.isNaN(place.danger) || Number.isNaN(place.at.getTime()))
    throw invalid({ after: 'monitoring.field.cursor' });
  return place;
}
