export type FhirPrecision = 'year' | 'month' | 'day' | 'minute' | 'second' | 'millisecond';

/** A date, dateTime or instant exactly as precise as it was written. Parts beyond `precision` are undefined. */
export interface FhirDateTime {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** Finer fractions are cut. */
  readonly millisecond?: number;
  readonly precision: FhirPrecision;
  /** Minutes east of UTC; null for a date, which has none. */
  readonly offsetMinutes: number | null;
}

const PATTERN = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

function offset(zone: string | undefined): number | null | undefined {
  if (zone === undefined) return null;
  if (zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4))];
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return undefined;
  return zone.startsWith('-') ? 0 - hours * 60 - minutes : hours * 60 + minutes;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Reads a FHIR date or dateTime. A time without zone or without seconds, which R4 forbids but senders write, is read
 * with `offsetMinutes: null` or precision `minute`; the caller decides whether to take it. Returns null for all else.
 */
export function parseDateTime(text: unknown): FhirDateTime | null {
  const found = typeof text === 'string' ? PATTERN.exec(text.trim()) : null;
  if (found === null) return null;
  const part = (group: number): number | undefined => (found[group] === undefined ? undefined : Number(found[group]));
  const [year = 0, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(part);
  const millisecond = found[7] === undefined ? undefined : Number(found[7].padEnd(3, '0').slice(0, 3));
  const offsetMinutes = offset(found[8]);
  if (offsetMinutes === undefined || year === 0) return null;
  if (month !== undefined && (month < 1 || month > 12)) return null;
  if (day !== undefined && (day < 1 || day > daysIn(year, month ?? 1))) return null;
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  if (month === undefined) return { year, precision: 'year', offsetMinutes };
  if (day === undefined) return { year, month, precision: 'month', offsetMinutes };
  if (hour === undefined || minute === undefined) return { year, month, day, precision: 'day', offsetMinutes };
  const time = { year, month, day, hour, minute, offsetMinutes };
  if (second === undefined) return { ...time, precision: 'minute' };
  if (millisecond === undefined) return { ...time, second, precision: 'second' };
  return { ...time, second, millisecond, precision: 'millisecond' };
}

/** Reads an instant: at least seconds, and a zone. */
export function parseInstant(text: unknown): FhirDateTime | null {
  const read = parseDateTime(text);
  return read?.second === undefined || read.offsetMinutes === null ? null : read;
}
