import { Temporal } from 'temporal-polyfill';
import type { Zone } from './civil.ts';

export type TimeLocale = 'zh-CN' | 'en';
/** `date` with year · `day` month, day and weekday · `time` HH:MM · `date-time` · `day-time` */
export type TimeStyle = 'date' | 'day' | 'time' | 'date-time' | 'day-time';

const WEEKDAYS = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const two = (n: number): string => String(n).padStart(2, '0');
const timeOf = (z: Temporal.ZonedDateTime): string => `${two(z.hour)}:${two(z.minute)}`;

function dateOf(z: Temporal.ZonedDateTime, locale: TimeLocale): string {
  return locale === 'zh-CN' ? `${z.year}年${z.month}月${z.day}日` : `${z.day} ${MONTHS[z.month - 1]} ${z.year}`;
}

function dayOf(z: Temporal.ZonedDateTime, locale: TimeLocale): string {
  const name = WEEKDAYS[locale][z.dayOfWeek - 1];
  return locale === 'zh-CN' ? `${z.month}月${z.day}日 ${name}` : `${name} ${z.day} ${MONTHS[z.month - 1]}`;
}

/**
 * An instant in words of the zone's wall clock, 24-hour. Written out here and not left to Intl, whose texts change with
 * the ICU of the runtime: what a patient was sent must read the same when it is shown again a year later.
 */
export function formatLocal(instant: Date, zone: Zone, locale: TimeLocale, style: TimeStyle): string {
  const z = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  const gap = locale === 'zh-CN' ? ' ' : ', ';
  switch (style) {
    case 'date':
      return dateOf(z, locale);
    case 'day':
      return dayOf(z, locale);
    case 'time':
      return timeOf(z);
    case 'date-time':
      return `${dateOf(z, locale)}${gap}${timeOf(z)}`;
    case 'day-time':
      return `${dayOf(z, locale)}${gap}${timeOf(z)}`;
    default:
      return style satisfies never;
  }
}
