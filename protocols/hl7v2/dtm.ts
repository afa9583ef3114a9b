export type DtmPrecision = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond';

/** A point in civil time exactly as precise as it was written. Parts beyond `precision` are undefined. */
export interface Dtm {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** Finer fractions are cut, never rounded up into the next second. */
  readonly millisecond?: number;
  readonly precision: DtmPrecision;
  /** Minutes east of UTC; null when the sender named no zone, and none is assumed. */
  readonly offsetMinutes: number | null;
}

/** `YYYY[MM[DD[HH[MM[SS[.S…]]]]]]`, also with three more digits straight on, as many Chinese systems write milliseconds. */
const COMPACT =
  /^(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:\.(\d{1,9})|(\d{3}))?)?)?)?)?)?([+-]\d{4}|Z)?$/;
/** `2026-11-22 14:05[:09[.123]]`, not HL7 but sent by systems that print their database's dates. */
const PRINTED =
  /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?(?: ?([+-]\d\d:?\d\d|Z))?$/;

const PRECISIONS: readonly DtmPrecision[] = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'];

function offset(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  if (text === 'Z') return 0;
  const digits = text.replace(':', '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3));
  if (minutes > 14 * 60 || Number(digits.slice(3)) > 59) return undefined;
  return digits.startsWith('-') ? 0 - minutes : minutes;
}

/** Days of a month in the Gregorian calendar. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Reads a DTM or TS. Returns null when the text is none or names a day or time that does not exist. */
export function parseDtm(text: string): Dtm | null {
  const trimmed = text.trim();
  const compact = COMPACT.exec(trimmed);
  const found = compact ?? PRINTED.exec(trimmed);
  if (found === null) return null;
  const fraction = compact === null ? found[7] : (found[7] ?? found[8]);
  const offsetMinutes = offset(compact === null ? found[8] : found[9]);
  const digits = [...found.slice(1, 7), fraction?.padEnd(3, '0').slice(0, 3)];
  const given = digits.filter((part) => part !== undefined).map(Number);
  const precision = PRECISIONS[given.length - 1];
  const [year = 0, month, day, hour, minute, second, millisecond] = given;
  if (precision === undefined || offsetMinutes === undefined || year === 0) return null;
  if (month !== undefined && (month < 1 || month > 12)) return null;
  if (day !== undefined && (day < 1 || day > daysIn(year, month ?? 1))) return null;
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  return {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(hour === undefined ? {} : { hour }),
    ...(minute === undefined ? {} : { minute }),
    ...(second === undefined ? {} : { second }),
    ...(millisecond === undefined ? {} : { millisecond }),
    precision,
    offsetMinutes,
  };
}

/** Writes a DTM in HL7's own form. */
export function formatDtm(at: Dtm): string {
  const two = (value: number | undefined): string => (value === undefined ? '' : String(value).padStart(2, '0'));
  const date =
    String(at.year).padStart(4, '0') + two(at.month) + two(at.day) + two(at.hour) + two(at.minute) + two(at.second);
  const fraction = at.millisecond === undefined ? '' : `.${String(at.millisecond).padStart(3, '0')}`;
  if (at.offsetMinutes === null) return date + fraction;
  const size = Math.abs(at.offsetMinutes);
  const zone = `${at.offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
  return date + fraction + zone;
}
