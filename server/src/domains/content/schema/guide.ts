import { z } from 'zod';
import { bilingual, packId, sourceIds } from './common.ts';

/** Front matter of `guide/<page>.md`; the body under it is Markdown in Chinese, without HTML and remote pictures. */
export const guideFrontMatter = z.strictObject({
  id: packId.describe('the same as the file name'),
  title: bilingual,
  phaseIds: z.array(packId).min(1),
  order: z.int().min(0).max(1000),
  elderSummary: bilingual.describe('the page in one breath for elder mode: at most 40 Han characters'),
  sources: sourceIds,
});

/** Front matter of `guide/en/<page>.md`, the English rendering of the page with the same id. */
export const guideEnglishFrontMatter = z.strictObject({ id: packId });

/** A page as read: front matter and the two bodies. */
export const guidePage = guideFrontMatter.extend({ body: bilingual });

/** `guide/*.md` → recovery guide. */
export const guideSchema = z.array(guidePage).min(1);

export type GuidePage = z.infer<typeof guidePage>;
