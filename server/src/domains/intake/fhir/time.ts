import { parseDateTime } from '../../../../../protocols/fhir/index.ts';
import { fromDtm } from '../../../kernel/time/index.ts';
import { BrokenMessage } from '../stay-message.ts';

/** The instant a dateTime names, null where it is absent. A time without zone is the feed's. Throws BrokenMessage. */
export function timeOf(value: unknown, path: string, zone: string): Date | null {
  if (value === undefined || value === null) return null;
  const read = parseDateTime(value);
  if (read === null) throw new BrokenMessage('time-unreadable', path);
  const { millisecond, precision, ...parts } = read;
  if (precision === 'year' || precision === 'month') throw new BrokenMessage('time-unreadable', path, precision);
  const seconds = (parts.second ?? 0) + (millisecond ?? 0) / 1000;
  return fromDtm(parts.second === undefined ? parts : { ...parts, second: seconds }, zone);
}

/** The civil date written in a date or dateTime, null where it is absent or less precise than a day. */
export function dateOf(value: unknown): string | null {
  const read = parseDateTime(value);
  return read?.day === undefined || typeof value !== 'string' ? null : value.trim().slice(0, 10);
}
