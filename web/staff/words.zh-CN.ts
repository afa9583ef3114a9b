import { mergeWords } from '../kit/i18n.ts';

/** Every Chinese text of the console, one chunk. */
export const words = mergeWords(
  import.meta.glob(['./**/words/zh-CN.json', '../kit/words/zh-CN.json'], { eager: true, import: 'default' }),
);
