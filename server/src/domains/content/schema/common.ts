import { z } from 'zod';

/**
 * A stable name inside a pack. Rows of plans, calls and alerts keep it, so an id is never reused for another meaning;
 * a changed text keeps its id, a changed meaning gets a new one.
 */
export const packId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64)
  .describe('lower-case words joined by hyphens; never reused for another meaning');

/** One text in both languages. Chinese is what patients read; English is complete, not a summary. */
export const bilingual = z.strictObject({ 'zh-CN': z.string().trim().min(1), en: z.string().trim().min(1) });

/** Hospital-local time of day, 24 hours. */
export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe("HH:MM, hospital time, e.g. '08:00'");

/** Calendar date without time. */
export const dateOnly = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .describe('YYYY-MM-DD');

/** Day 0 is the day of the anchor itself; day 1 the next calendar day in the hospital. */
export const dayNumber = z.int().min(0).max(3650);

/** What days are counted from. Packs of operations usually phase by surgery and call by discharge. */
export const anchor = z.enum(['surgery', 'discharge']);

/** Green is expected recovery, amber means we call the patient, red means ring now. */
export const level = z.enum(['green', 'amber', 'red']);

/** Weight of an answer in a call. */
export const severity = z.enum(['none', 'amber', 'red']);

/** Comparison of a reading or an answer with a figure. */
export const comparison = z.enum(['>=', '>', '<=', '<']);

/** Who acts. The hospital's roster turns the role into a person. */
export const ownerRole = z.enum([
  'patient',
  'attending-nurse',
  'attending-doctor',
  'rehabilitation-therapist',
  'case-manager',
  'system',
]);

/** Ids of `sources` in pack.yaml. Nothing with a figure in it stands without one. */
export const sourceIds = z.array(packId).min(1).describe('ids of sources in pack.yaml');

/** A picture, animation or film of the pack. Media may come after the words, so wherever it appears it may be null. */
export const media = z.strictObject({
  file: z.string().regex(/^media\/[a-z0-9][a-z0-9./-]*$/),
  alt: bilingual.describe('what is to be seen, for those who cannot see it'),
  licence: z.string().min(1),
  source: packId,
});

export type Bilingual = z.infer<typeof bilingual>;
export type Anchor = z.infer<typeof anchor>;
export type Level = z.infer<typeof level>;
export type Severity = z.infer<typeof severity>;
export type Comparison = z.infer<typeof comparison>;
export type OwnerRole = z.infer<typeof ownerRole>;
export type Media = z.infer<typeof media>;
