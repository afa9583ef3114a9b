import { z } from 'zod';
import { bilingual, level, packId, sourceIds } from './common.ts';

/** What may be seen or felt, and the next step. Green signs are there so that people do not worry in vain. */
export const warningSign = z.strictObject({
  id: packId,
  level,
  sign: bilingual,
  whatToDo: bilingual.describe('a red sign names 120'),
  sources: sourceIds,
});

/** `warning-signs.yaml` → guide, calls, monitoring, paper card. */
export const warningSignsSchema = z.array(warningSign).min(1);

export type WarningSign = z.infer<typeof warningSign>;
