import { z } from 'zod';
import { anchor, bilingual, dayNumber, media, ownerRole, packId, sourceIds, timeOfDay } from './common.ts';
import { schedule } from './schedule.ts';

/** A stretch of recovery with its own aims. Phases follow each other from day 0 without gap; the last is open. */
export const phase = z.strictObject({
  id: packId,
  title: bilingual,
  fromDay: dayNumber,
  toDay: dayNumber.nullable(),
  anchor,
  goals: z.array(bilingual).min(1),
  pictogram: media.nullable().optional(),
});

/** Hours after the true end of the stay: when the call opens, when it is due, when it has failed. */
export const dayOneCall = z.strictObject({
  fromHours: z.int().min(0).max(168),
  dueHours: z.int().min(1).max(168),
  limitHours: z.int().min(1).max(336),
});

export const taskKind = z.enum([
  'call',
  'message',
  'medicine-review',
  'exercise',
  'measurement',
  'visit',
  'survey',
  'group-invitation',
  'recall',
]);

/**
 * One thing to be done. `ref` names a row of another section: message → messages, exercise → exercises.yaml,
 * measurement → a code in measure.yaml, survey → surveys.yaml. `stopsOnHold` can only be true: no pack may write to a
 * family after a death or against a hold.
 */
export const pathwayTask = z.strictObject({
  id: packId,
  kind: taskKind,
  title: bilingual,
  schedule,
  owner: ownerRole,
  dueWithinHours: z.int().min(1).max(8760).optional(),
  afterDischargeOnly: z.boolean().default(true),
  stopsOnHold: z.literal(true).default(true),
  ref: packId.optional(),
});

/**
 * Words to the patient on a day. Title and body may use {{form_of_address}}, {{day_number}}, {{ward_phone}},
 * {{hospital}}, {{clinician}} and nothing else. `outsideTitle` is what a lock screen shows.
 */
export const packMessage = z.strictObject({
  id: packId,
  anchor: anchor.default('discharge'),
  day: dayNumber,
  time: timeOfDay,
  purpose: z.enum(['care', 'education']),
  title: bilingual,
  body: bilingual,
  outsideTitle: bilingual,
});

/** Advice that comes with a medicine of a class, found by ATC prefix or by the Chinese name on the discharge list. */
export const medicineAdvice = z.strictObject({
  id: packId,
  title: bilingual.describe('the class in plain words, e.g. 防血栓的药'),
  atc: z.array(z.string().regex(/^[A-Z]\d{2}[A-Z]?[A-Z]?\d{0,2}$/)).min(1),
  words: z.array(z.string().min(2)).min(1),
  advice: bilingual,
  warningSigns: z.array(packId),
  sources: sourceIds,
});

/** `pathway.yaml` → careplans. */
export const pathwaySchema = z.strictObject({
  phases: z.array(phase).min(1),
  dayOneCall,
  tasks: z.array(pathwayTask).min(1),
  messages: z.array(packMessage),
  medicines: z.array(medicineAdvice),
});

export type Phase = z.infer<typeof phase>;
export type TaskKind = z.infer<typeof taskKind>;
export type PathwayTask = z.infer<typeof pathwayTask>;
export type PackMessage = z.infer<typeof packMessage>;
export type MedicineAdvice = z.infer<typeof medicineAdvice>;
export type Pathway = z.infer<typeof pathwaySchema>;
