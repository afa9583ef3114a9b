import { z } from 'zod';
import { anchor, bilingual, comparison, dayNumber, ownerRole, packId, sourceIds, timeOfDay } from './common.ts';

/** One thing to measure at home, with its LOINC code and UCUM unit, and the range a person can have typed on purpose. */
export const programmeEntry = z.strictObject({
  code: packId,
  title: bilingual,
  loinc: z.string().regex(/^\d{1,7}-\d$/),
  ucum: z.string().min(1),
  unit: bilingual.describe('the unit in plain words'),
  min: z.number(),
  max: z.number(),
  decimals: z.int().min(0).max(2),
  how: bilingual.describe('how to measure so that the figure can be trusted'),
  schedule: z.strictObject({
    anchor,
    fromDay: dayNumber,
    everyDays: z.int().min(1).max(365),
    times: z.array(timeOfDay).min(1),
  }),
  untilDay: dayNumber.nullable(),
});

const judged = {
  id: packId,
  version: z.int().min(1).describe('raised whenever a figure changes, so that past alerts stay explainable'),
  code: packId.describe('a code of the programme'),
  op: comparison,
  value: z.number(),
  severity: z.enum(['amber', 'red']),
  anchor,
  fromDay: dayNumber,
  toDay: dayNumber.nullable(),
  patientWords: bilingual,
  staffWords: bilingual,
  patientNow: bilingual.describe('what to do now; a red rule names 120'),
  sources: sourceIds,
  owner: ownerRole.exclude(['patient', 'system']),
  ackMinutes: z.int().min(1).max(2880),
  warningSign: packId,
};

/**
 * When a reading becomes an alert.
 * `threshold`: this reading compares. `repeat`: `forReadings` readings compare within `withinHours`.
 * Where several rules of one code fire on the same reading, the reddest counts.
 * `rising-days`: today's highest compares and the daily highest has risen `forDays` days running.
 */
export const measureRule = z.discriminatedUnion('kind', [
  z.strictObject({ ...judged, kind: z.literal('threshold') }),
  z.strictObject({
    ...judged,
    kind: z.literal('repeat'),
    forReadings: z.int().min(2).max(10),
    withinHours: z.int().min(1).max(168),
  }),
  z.strictObject({ ...judged, kind: z.literal('rising-days'), forDays: z.int().min(1).max(14) }),
]);

/** `measure.yaml` → monitoring. */
export const measureSchema = z.strictObject({
  programme: z.array(programmeEntry),
  rules: z.array(measureRule),
});

export type ProgrammeEntry = z.infer<typeof programmeEntry>;
export type MeasureRule = z.infer<typeof measureRule>;
export type Measure = z.infer<typeof measureSchema>;
