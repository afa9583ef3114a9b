import type { z } from 'zod';
import {
  callSchema,
  communitySchema,
  exercisesSchema,
  faqSchema,
  measureSchema,
  packSchema,
  pathwaySchema,
  type SectionName,
  surveysSchema,
  warningSignsSchema,
} from './schema/index.ts';

/** Sections kept in one YAML file; the guide is a folder of Markdown. */
export type YamlSection = Exclude<SectionName, 'guide'>;

/** Which schema reads which file. The order is the order problems are printed in. */
export const yamlSections = {
  pack: packSchema,
  pathway: pathwaySchema,
  exercises: exercisesSchema,
  call: callSchema,
  measure: measureSchema,
  'warning-signs': warningSignsSchema,
  surveys: surveysSchema,
  faq: faqSchema,
  community: communitySchema,
} satisfies Record<YamlSection, z.ZodType>;

/** File of a section, relative to the pack folder. */
export function sectionFile(section: YamlSection): string {
  return `${section}.yaml`;
}

/** File of a guide page, relative to the pack folder. */
export function guideFile(id: string): string {
  return `guide/${id}.md`;
}
