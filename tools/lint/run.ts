import { reportFindings } from '../files.ts';
import { lintTree } from './lint.ts';

const { findings, files, typed } = lintTree(process.cwd());
process.exitCode = reportFindings('lint', findings, `${files} files, ${typed} with types`);
