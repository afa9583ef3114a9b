import { z } from 'zod';
import { CivilDate, Id, Instant, Page, pageOf, Words } from './common.ts';
import { route } from './route.ts';

export const PackProblem = z.object({ file: z.string(), path: z.string(), code: z.string(), message: Words });
export const PackSignOff = z.object({
  status: z.enum(['unsigned', 'signed']),
  by: z.string().nullable(),
  role: z.string().nullable(),
  on: CivilDate.nullable(),
});
export const PackVersion = z.object({
  id: Id,
  slug: z.string(),
  version: z.string(),
  state: z.enum(['published', 'retired']),
  title: Words,
  signOff: PackSignOff,
  reviewDueOn: CivilDate,
  /** The day of review has come. */
  reviewOverdue: z.boolean(),
  importedAt: Instant,
  sha256: z.string(),
});
export type PackVersion = z.infer<typeof PackVersion>;

/** What became of the last attempt to take a folder in. */
export const PackAttempt = z.object({
  folder: z.string(),
  version: z.string().nullable(),
  outcome: z.enum(['imported', 'unchanged', 'refused']),
  problems: z.array(PackProblem),
  triedAt: Instant,
});
export type PackAttempt = z.infer<typeof PackAttempt>;

/** What stands in a version, counted, with whom it is for and where its figures come from. */
export const PackDetail = PackVersion.extend({
  episodeClasses: z.array(z.string()),
  triggers: z.object({
    decidedBy: z.enum(['procedure', 'diagnosis', 'either']),
    diagnoses: z.array(z.string()),
    procedures: z.array(z.string()),
    words: z.array(z.string()),
    excludeWords: z.array(z.string()),
  }),
  phases: z.array(z.object({ id: z.string(), title: Words, fromDay: z.number(), toDay: z.number().nullable() })),
  counts: z.record(z.string(), z.number().int()),
  sources: z.array(z.object({ id: z.string(), citation: z.string(), url: z.string().nullable() })),
});
export type PackDetail = z.infer<typeof PackDetail>;

export const listPacks = route({
  method: 'GET',
  path: '/api/content/packs',
  access: 'content.read',
  about: 'hospital',
  summary: 'Versions of clinical packs, by name and newest first',
  query: Page,
  reply: pageOf(PackVersion),
});
export const readPack = route({
  method: 'GET',
  path: '/api/content/packs/:packId',
  access: 'content.read',
  about: 'hospital',
  summary: 'One version of a pack: for whom, what stands in it, its sources',
  params: z.object({ packId: Id }),
  reply: PackDetail,
});
export const listPackAttempts = route({
  method: 'GET',
  path: '/api/content/attempts',
  access: 'content.read',
  about: 'hospital',
  summary: 'The last attempt to take in each folder, with its problems',
  query: Page,
  reply: pageOf(PackAttempt),
});
export const importPacks = route({
  method: 'POST',
  path: '/api/content/import',
  access: 'content.import',
  about: 'hospital',
  summary: 'Read the content folder again and take in new versions',
  reply: z.object({ imported: z.number().int(), unchanged: z.number().int(), refused: z.number().int() }),
});
