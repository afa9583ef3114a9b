import { reportFindings } from '../files.ts';
import { checkBoundaries, floorProblems } from './cruise.ts';

const report = await checkBoundaries(process.cwd());
const findings = [...report.findings, ...floorProblems(report)];
process.exitCode = reportFindings('boundaries', findings, `${report.modules} modules, ${report.edges} imports`);
