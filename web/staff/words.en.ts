import { mergeWords } from '../kit/i18n.ts';

/** Every English text of the console, one chunk that only English readers load. */
export const words = mergeWords(
  import.meta.glob(['./**/words/en.json', '../kit/words/en.json'], { eager: true, import: 'default' }),
);
