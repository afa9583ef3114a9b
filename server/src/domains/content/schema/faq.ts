import { z } from 'zod';
import { bilingual, packId, sourceIds } from './common.ts';

/**
 * A question patients really ask. The answer explains and points to the ward, it never diagnoses or prescribes.
 * A question holding one of `redFlagWords` is not answered from here: it goes to emergency advice and to a person.
 */
export const faqEntry = z.strictObject({
  id: packId,
  question: bilingual,
  variants: z.array(z.string().min(2)).min(2).describe('how else people ask it, in Chinese'),
  answer: bilingual,
  sources: sourceIds,
  redFlagWords: z.array(z.string().min(2)),
});

/** `faq.yaml` → questions. */
export const faqSchema = z.array(faqEntry);

export type FaqEntry = z.infer<typeof faqEntry>;
