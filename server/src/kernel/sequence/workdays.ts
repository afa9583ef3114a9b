// Public holidays and make-up workdays of mainland China, as the General Office of the State Council gave notice of them:
//   2025: 国办发明电〔2024〕12号 of 2024-11-12 (国务院办公厅关于2025年部分节假日安排的通知)
//   2026: 国办发明电〔2025〕7号 of 2025-11-04 (国务院办公厅关于2026年部分节假日安排的通知)
// Each autumn a notice brings the next year: add it to holidays-cn.json with its number and here; the test checks its shape.
import { type CivilDate, weekday } from '../time/index.ts';
import holidaysCn from './holidays-cn.json' with { type: 'json' };

type Holiday = { zh: string; en: string; from: CivilDate; to: CivilDate };
type HolidayYear = { notice: string; issuedOn: CivilDate; holidays: Holiday[]; makeUpWorkdays: CivilDate[] };

const YEARS: Readonly<Partial<Record<string, HolidayYear>>> = holidaysCn;

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'make-up';
/** `known` false: no notice for that year is on file and only the weekday was looked at. */
export type Workday = { workday: boolean; kind: DayKind; known: boolean; holiday: { zh: string; en: string } | null };

/** Whether people work on a date in mainland China. Throws RangeError for what is not a date. */
export function isWorkday(date: CivilDate): Workday {
  const isWeekend = weekday(date) >= 6;
  const year = YEARS[date.slice(0, 4)];
  if (year?.makeUpWorkdays.includes(date)) return { workday: true, kind: 'make-up', known: true, holiday: null };
  const holiday = year?.holidays.find(({ from, to }) => from <= date && date <= to);
  if (holiday) return { workday: false, kind: 'holiday', known: true, holiday: { zh: holiday.zh, en: holiday.en } };
  return { workday: !isWeekend, kind: isWeekend ? 'weekend' : 'workday', known: year !== undefined, holiday: null };
}
