import { z } from 'zod';
import { anchor, dayNumber, timeOfDay } from './common.ts';

/** Once, on a day, at a time. */
export const onDay = z.strictObject({ anchor, day: dayNumber, time: timeOfDay });

/** Once, a number of hours after the anchor. */
export const afterHours = z.strictObject({ anchor, hours: z.int().min(0).max(8760) });

/** Again and again between two days (both included); `toDay: null` goes on until the plan ends. */
export const repeatedly = z.strictObject({
  anchor,
  fromDay: dayNumber,
  toDay: dayNumber.nullable(),
  everyDays: z.int().min(1).max(365),
  times: z.array(timeOfDay).min(1),
});

/** Calendar months after the anchor (the last day of a shorter month); `everyMonths` repeats it from there on. */
export const afterMonths = z.strictObject({
  anchor,
  months: z.int().min(1).max(240),
  time: timeOfDay,
  everyMonths: z.int().min(1).max(60).optional(),
});

/** The four ways to place something in a plan, told apart by their keys: day, hours, fromDay, months. */
export const schedule = z.union([onDay, afterHours, repeatedly, afterMonths]);

export type Schedule = z.infer<typeof schedule>;
export type RepeatedSchedule = z.infer<typeof repeatedly>;
