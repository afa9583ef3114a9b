import type { Language } from '../../../kit/formats.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A civil date in the least room: 3/14, or 14 Mar where day and month could be taken for each other. */
export function shortDay(on: string, language: Language): string {
  const [month, day] = [Number(on.slice(5, 7)), Number(on.slice(8, 10))];
  return language === 'en' ? `${day} ${MONTHS[month - 1] ?? month}` : `${month}/${day}`;
}
