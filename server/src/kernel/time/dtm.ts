import { Temporal } from 'temporal-polyfill';
import type { Zone } from './civil.ts';

/** The pieces of an HL7 DTM (or a partial FHIR dateTime) as read from the wire; `second` may carry a fraction. */
export type DtmParts = {
  year: number;
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** Minutes east of UTC, or null when the sender gave none: then the hospital's zone decides. */
  offsetMinutes: number | null;
};

const ORDER = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

function requireUnbroken(parts: DtmParts): void {
  const firstMissing = ORDER.findIndex((name) => parts[name] === undefined);
  if (firstMissing === -1) return;
  if (ORDER.slice(firstMissing).some((name) => parts[name] !== undefined)) {
    throw new RangeError('a DTM part is given while a larger one is missing');
  }
}

/**
 * The instant a DTM names. Missing parts take their smallest value, so a coarse time is the start of what it names
 * (`2026` is 1 January 00:00): the caller keeps the precision where it matters. An offset on the wire wins over `zone`.
 * Throws RangeError for a date or time that does not exist (month 13, 30 February, hour 24) or an offset beyond ±14 h.
 */
export function fromDtm(parts: DtmParts, zone: Zone): Date {
  requireUnbroken(parts);
  const { offsetMinutes } = parts;
  if (offsetMinutes !== null && !(Math.abs(offsetMinutes) <= 14 * 60)) {
    throw new RangeError('a DTM offset must be within 14 hours of UTC');
  }
  const seconds = parts.second ?? 0;
  const wholeSecond = Math.floor(seconds);
  const wall = Temporal.PlainDateTime.from(
    {
      year: parts.year,
      month: parts.month ?? 1,
      day: parts.day ?? 1,
      hour: parts.hour ?? 0,
      minute: parts.minute ?? 0,
      second: wholeSecond,
      millisecond: Math.floor((seconds - wholeSecond) * 1000 + 1e-6),
    },
    { overflow: 'reject' },
  );
  if (offsetMinutes === null) return new Date(wall.toZonedDateTime(zone).epochMilliseconds);
  return new Date(wall.toZonedDateTime('UTC').epochMilliseconds - offsetMinutes * 60_000);
}
