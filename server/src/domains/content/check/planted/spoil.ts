import type { PackSections } from '../../schema/index.ts';

/** One mistake: the problem it must bring, in which file, and how it is made in a clean pack. */
export type Planted = [code: string, file: string, spoil: (pack: PackSections) => void];

/** The element of a list that a test spoils; a test that finds nothing to spoil must fail. */
export function pick<T>(rows: readonly T[], is: (row: T) => boolean = () => true): T {
  const found = rows.find(is);
  if (found === undefined) throw new Error('nothing to spoil');
  return found;
}

export const phase = (pack: PackSections, index: number) => pick(pack.pathway.phases.slice(index));
export const task = (pack: PackSections, kind: string) => pick(pack.pathway.tasks, (row) => row.kind === kind);
export const home = (pack: PackSections) => pick(pack.call.variants, (row) => row.disposition === 'home');
export const choice = (pack: PackSections, severity: string) => {
  for (const question of pack.call.questions) {
    if (question.kind !== 'choice') continue;
    const option = question.options.find((row) => row.severity === severity);
    if (option) return option;
  }
  throw new Error('nothing to spoil');
};
export const temperature = (pack: PackSections) => {
  const question = pick(pack.call.questions, (row) => row.id === 'temperature');
  if (question.kind !== 'number') throw new Error('nothing to spoil');
  return question;
};
export const redRule = (pack: PackSections) => pick(pack.measure.rules, (row) => row.severity === 'red');
export const redSign = (pack: PackSections) => pick(pack['warning-signs'], (row) => row.level === 'red');
export const repeated = (pack: PackSections) => {
  const { schedule } = task(pack, 'measurement');
  if (!('fromDay' in schedule)) throw new Error('nothing to spoil');
  return schedule;
};
