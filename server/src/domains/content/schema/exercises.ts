import { z } from 'zod';
import { bilingual, media, packId, sourceIds } from './common.ts';

/** How much: either repetitions (with an optional hold) or minutes, so many times a day. */
export const dose = z.strictObject({
  sets: z.int().min(1).max(20),
  reps: z.int().min(1).max(200).optional(),
  holdSeconds: z.int().min(1).max(300).optional(),
  minutes: z.int().min(1).max(120).optional(),
  timesPerDay: z.int().min(1).max(24),
});

/** One movement, with the sentence that says when to stop. */
export const exercise = z.strictObject({
  id: packId,
  title: bilingual,
  phaseIds: z.array(packId).min(1),
  dose,
  steps: z.array(bilingual).min(1),
  stopRule: bilingual,
  figure: media.nullable().optional(),
  sources: sourceIds,
});

/** `exercises.yaml` → recovery guide and plan. */
export const exercisesSchema = z.array(exercise);

export type Exercise = z.infer<typeof exercise>;
