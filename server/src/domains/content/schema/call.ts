import { z } from 'zod';
import { bilingual, comparison, packId, severity, sourceIds } from './common.ts';

/** The parts of a day-one call, in the order they are spoken. */
export const callBlock = z.enum([
  'safe-home',
  'questions',
  'medicines',
  'appointments',
  'home-services',
  'key-points',
  'emergency-channel',
  'closing',
]);

/** Where the patient went. Each has its own script; a death or an unclear ending has none. */
export const disposition = z.enum(['home', 'transferred', 'against-advice']);

const asked = {
  id: packId,
  block: callBlock,
  say: bilingual.describe('what the nurse says, as spoken'),
  staffNote: bilingual.optional().describe('what the nurse keeps in mind, not read aloud'),
  required: z.boolean(),
};

/** One answer to tap. An amber or red one names the warning sign it raises; `opens` names further questions. */
export const callOption = z.strictObject({
  id: packId,
  label: bilingual,
  severity,
  raises: packId.optional(),
  opens: z.array(packId).optional(),
});

/** A figure in an answer that matters. */
export const callThreshold = z.strictObject({
  op: comparison,
  value: z.number(),
  severity: z.enum(['amber', 'red']),
  raises: packId,
  opens: z.array(packId).optional(),
  sources: sourceIds,
});

/** A question of the script, by the kind of its answer. */
export const callQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('choice'), options: z.array(callOption).min(2) }),
  z.strictObject({
    ...asked,
    kind: z.literal('number'),
    unit: bilingual,
    min: z.number(),
    max: z.number(),
    decimals: z.int().min(0).max(2),
    thresholds: z.array(callThreshold),
    records: packId.optional().describe('code in measure.yaml: the answer is also stored as a reading'),
  }),
  z.strictObject({ ...asked, kind: z.literal('text') }),
  z.strictObject({
    ...asked,
    kind: z.literal('teach-back'),
    expects: z.array(bilingual).min(1).describe('what the patient should say back in own words'),
  }),
]);

/** A script for one kind of ending: the questions in the order they are asked; opened ones follow their opener. */
export const callVariant = z.strictObject({
  disposition,
  opening: bilingual,
  ask: z.array(packId).min(1),
});

/** `call.yaml` → calls. Questions stand once, scripts choose among them, so an answer means the same in each. */
export const callSchema = z.strictObject({
  variants: z.array(callVariant).min(1),
  questions: z.array(callQuestion).min(1),
});

export type CallBlock = z.infer<typeof callBlock>;
export type Disposition = z.infer<typeof disposition>;
export type CallOption = z.infer<typeof callOption>;
export type CallThreshold = z.infer<typeof callThreshold>;
export type CallQuestion = z.infer<typeof callQuestion>;
export type CallVariant = z.infer<typeof callVariant>;
export type CallSection = z.infer<typeof callSchema>;
