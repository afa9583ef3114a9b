export { checkPack } from './check/check-pack.ts';
export type { PackProblem } from './problem.ts';
export { type ReadPack, readPackFolder } from './reader/read-pack-folder.ts';
export * from './schema/index.ts';
export { yamlSections } from './section-files.ts';
