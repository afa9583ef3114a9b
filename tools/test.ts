// `npm test [check|unit|db|browser …]`: checks, then tests from fast to slow; the last line alone says the sum.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS, describeChecks, runChecks } from './check-list.ts';
import { runCommand } from './run-command.ts';
import { addTallies, closingLine, exitCodeOf, type Tally, tallyVitest, type VitestReport } from './tally.ts';

const PROJECTS = ['unit', 'db', 'browser'];
const root = process.cwd();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((word) => word !== 'check' && !PROJECTS.includes(word));
if (unknown.length > 0) {
  console.error(`No stage is called ${unknown.join(', ')}. There are: check, ${PROJECTS.join(', ')}.`);
  process.exit(2);
}
const isWanted = (stage: string): boolean => wanted.length === 0 || wanted.includes(stage);

async function checkStage(): Promise<Tally> {
  const results = await runChecks(root, CHECKS);
  console.log(`\nchecks\n${describeChecks(results)}`);
  const skipped = results.filter((result) => result.skipped).length;
  const failed = results.filter((result) => !result.passed).length;
  return { passed: results.length - skipped - failed, failed, skipped };
}

async function vitestStage(project: string, reports: string): Promise<Tally> {
  console.log(`\n${project} tests`);
  const report = join(reports, `${project}.json`);
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--passWithNoTests'];
  const { code } = await runCommand(
    process.execPath,
    [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    {
      cwd: root,
      show: true,
    },
  );
  const read = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as VitestReport) : undefined;
  return tallyVitest(read, code);
}

const reports = mkdtempSync(join(tmpdir(), 'dayone-tests-'));
const checked = isWanted('check') ? [await checkStage()] : [];
const tested: Tally[] = [];
for (const project of PROJECTS.filter(isWanted)) tested.push(await vitestStage(project, reports));
rmSync(reports, { recursive: true, force: true });

const tests = addTallies(tested);
const ran = tests.passed + tests.failed;
const sum = addTallies([...checked, tests]);
const nothingRan = ran === 0 && PROJECTS.some(isWanted);
if (nothingRan) console.log('\nNo test ran.');
console.log(`\n${closingLine(sum)}`);
process.exitCode = exitCodeOf(sum, nothingRan ? 0 : 1);
