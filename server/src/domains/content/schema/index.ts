import { z } from 'zod';
import { callSchema } from './call.ts';
import { communitySchema } from './community.ts';
import { exercisesSchema } from './exercises.ts';
import { faqSchema } from './faq.ts';
import { guideSchema } from './guide.ts';
import { measureSchema } from './measure.ts';
import { packSchema } from './pack.ts';
import { pathwaySchema } from './pathway.ts';
import { surveysSchema } from './surveys.ts';
import { warningSignsSchema } from './warning-signs.ts';

export * from './call.ts';
export * from './common.ts';
export * from './community.ts';
export * from './exercises.ts';
export * from './faq.ts';
export * from './guide.ts';
export * from './measure.ts';
export * from './pack.ts';
export * from './pathway.ts';
export * from './schedule.ts';
export * from './surveys.ts';
export * from './warning-signs.ts';

/** A whole pack, section by section; the key is the section's name in the database and in `content.section`. */
export const packSections = z.strictObject({
  pack: packSchema,
  pathway: pathwaySchema,
  guide: guideSchema,
  exercises: exercisesSchema,
  call: callSchema,
  measure: measureSchema,
  'warning-signs': warningSignsSchema,
  surveys: surveysSchema,
  faq: faqSchema,
  community: communitySchema,
});

export type PackSections = z.infer<typeof packSections>;
export type SectionName = keyof PackSections;
