import { z } from 'zod';
import { bilingual, dateOnly, packId } from './common.ts';

/** Kinds of finished care a pack can follow. */
export const episodeClass = z.enum(['inpatient', 'day-surgery', 'outpatient-procedure', 'maternity']);

/**
 * When a pack is meant. `decidedBy` says which side must speak: with `procedure` a diagnosis alone never chooses the
 * pack (a knee treated without an operation is not a new knee), it only adds weight to a match by code or word.
 */
export const packTriggers = z.strictObject({
  decidedBy: z.enum(['procedure', 'diagnosis', 'either']),
  diagnoses: z.array(z.string().regex(/^[A-Z]\d{2}(\.[0-9A-Za-z]+)?$/)).describe('ICD-10 prefixes'),
  procedures: z.array(z.string().regex(/^\d{2}(\.\d{1,4})?$/)).describe('ICD-9-CM-3 prefixes'),
  departments: z.array(z.string().min(1)).describe('words in the department name that support the choice'),
  words: z.array(z.string().min(2)).describe('words in the text of the operation or diagnosis, when codes are missing'),
  excludeWords: z.array(z.string().min(2)).describe('words that rule the pack out whatever else matches'),
  priority: z.int().min(0).max(1000).describe('where several packs match, the highest wins'),
});

/** A clinician's signature under one version. Unsigned packs may be shown in the demo, and say so. */
export const signOff = z.strictObject({
  status: z.enum(['unsigned', 'signed']),
  by: z.string().min(1).nullable(),
  role: z.string().min(1).nullable(),
  on: dateOnly.nullable(),
  note: bilingual,
});

/** Where a figure or an instruction comes from. */
export const packSource = z.strictObject({
  id: packId,
  citation: z.string().min(1),
  url: z.url().optional(),
});

/** `pack.yaml`: what the pack is, whom it is for, who answers for it. */
export const packSchema = z.strictObject({
  slug: packId.describe('the same as the folder name'),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/)
    .describe('semantic version; a published version never changes'),
  title: bilingual,
  privateTitle: bilingual.describe('shown on lock screens and the outside of paper: names no disease and no operation'),
  licence: z.string().min(1).describe('SPDX identifier'),
  signOff,
  reviewDueOn: dateOnly,
  episodeClasses: z.array(episodeClass).min(1),
  triggers: packTriggers,
  sources: z.array(packSource).min(1),
});

export type EpisodeClass = z.infer<typeof episodeClass>;
export type PackTriggers = z.infer<typeof packTriggers>;
export type Pack = z.infer<typeof packSchema>;
