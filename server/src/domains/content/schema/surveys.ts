import { z } from 'zod';
import { anchor, bilingual, dayNumber, packId } from './common.ts';

/** Which questionnaire on which days. Days of one survey share kind and words; none falls into the first 48 hours. */
export const packSurvey = z.strictObject({
  id: packId,
  kind: z.enum(['satisfaction', 'nps']),
  title: bilingual,
  anchor,
  days: z.array(dayNumber).min(1),
});

/** `surveys.yaml` → surveys. */
export const surveysSchema = z.array(packSurvey);

export type PackSurvey = z.infer<typeof packSurvey>;
