import type { Bilingual } from './schema/index.ts';

/** Something wrong in a pack, said so that whoever wrote the pack can find and mend it. */
export type PackProblem = {
  /** file inside the pack folder, e.g. `measure.yaml` */
  file: string;
  /** place inside the file, e.g. `rules[2].source`; empty for the file as a whole */
  path: string;
  /** stable kebab-case code */
  code: string;
  message: Bilingual;
};

/** Makes one problem; Chinese first, as everywhere. */
export function packProblem(file: string, path: string, code: string, zh: string, en: string): PackProblem {
  return { file, path, code, message: { 'zh-CN': zh, en } };
}
