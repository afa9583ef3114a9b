export type Language = 'zh-CN' | 'en';
/** An instant: RFC 3339 text as the API gives it, or epoch milliseconds. */
export type At = string | number;

const ms = (at: At) => (typeof at === 'number' ? at : Date.parse(at));

/** How dates, times and numbers are written in one language and one hospital's time zone. */
export interface Formats {
  /** 2026年11月22日 · 22 November 2026 */
  date(at: At): string;
  /** 11月22日 周日 · Sun 22 Nov */
  day(at: At): string;
  /** 14:05 */
  time(at: At): string;
  /** 11月22日 14:05; the year only where it is not this one. */
  dateTime(at: At, now: number): string;
  /** 周日 · Sun */
  weekday(at: At): string;
  /** 3 小时前 · in 2 days; takes now so that hospital time rules. */
  relative(at: At, now: number): string;
  /** Plain numbers with grouping; `digits` after the point. */
  number(value: number, digits?: number): string;
}

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Builds the formats once per language and zone; every Intl object is made here and kept. */
export function makeFormats(language: Language, timeZone: string): Formats {
  const locale = language === 'en' ? 'en-GB' : 'zh-CN';
  const make = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, hourCycle: 'h23', ...options });
    return (at: At) => format.format(ms(at));
  };
  const year = make({ year: 'numeric' });
  const date = make({ year: 'numeric', month: 'long', day: 'numeric' });
  const shortDate = make({ month: 'short', day: 'numeric' });
  const time = make({ hour: '2-digit', minute: '2-digit' });
  const weekday = make({ weekday: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const join = (left: string, right: string) => `${left} ${right}`;
  return {
    date,
    time,
    weekday,
    day: (at) => (language === 'en' ? join(weekday(at), shortDate(at)) : join(shortDate(at), weekday(at))),
    dateTime: (at, now) => join(year(at) === year(now) ? shortDate(at) : date(at), time(at)),
    relative: (at, now) => {
      const gap = ms(at) - now;
      const [unit, size] = steps.find(([, step]) => Math.abs(gap) >= step) ?? steps[2];
      // Towards zero: "2 天前" only once two whole days have passed.
      return relative.format(Math.trunc(gap / size), unit);
    },
    number: (value, digits = 0) =>
      value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  };
}
