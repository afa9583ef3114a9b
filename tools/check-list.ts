import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, runPooled } from './run-command.ts';

/** One check: a command that ends with 0 when all is well. `needs`: the check begins to exist with this file. */
export type Check = { name: string; args: string[]; needs?: string };

export type CheckResult = { name: string; passed: boolean; skipped: boolean; seconds: number; output: string };

// The longest first, so that two at a time end together.
export const CHECKS: Check[] = [
  { name: 'lint', args: ['tools/lint/run.ts'] },
  { name: 'unused code', args: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { name: 'generated files', args: ['tools/generate.ts', '--check'], needs: 'tools/generate.ts' },
  { name: 'boundaries', args: ['tools/boundaries/run.ts'] },
  { name: 'types: server', args: ['node_modules/tsgo/bin/tsc', '-p', 'tsconfig.server.json'] },
  { name: 'types: web', args: ['node_modules/tsgo/bin/tsc', '-p', 'tsconfig.web.json'], needs: 'web' },
  {
    name: 'biome',
    args: [
      'node_modules/@biomejs/biome/bin/biome',
      'check',
      '--error-on-warnings',
      '--diagnostic-level=warn',
      '--max-diagnostics=60',
    ],
  },
  { name: 'sql', args: ['tools/sql-lint/run.ts'] },
];

async function runCheck(root: string, check: Check): Promise<CheckResult> {
  if (check.needs && !existsSync(join(root, check.needs)))
    return { name: check.name, passed: true, skipped: true, seconds: 0, output: '' };
  const { code, output, milliseconds } = await runCommand(process.execPath, check.args, { cwd: root });
  return { name: check.name, passed: code === 0, skipped: false, seconds: milliseconds / 1000, output: output.trim() };
}

/** Runs the checks, at most two processes at once (the machine of a newcomer has two cores). */
export function runChecks(root: string, checks: Check[]): Promise<CheckResult[]> {
  return runPooled(
    checks.map((check) => () => runCheck(root, check)),
    2,
  );
}

/** A tidy list with times; what failed says why below it. */
export function describeChecks(results: CheckResult[]): string {
  const mark = (result: CheckResult): string => (result.skipped ? 'skip' : result.passed ? 'ok' : 'FAIL');
  const lines = results.map(
    (result) => `  ${mark(result).padEnd(4)}  ${result.name.padEnd(16)} ${result.seconds.toFixed(1).padStart(5)} s`,
  );
  const reasons = results.filter((result) => !result.passed).map((result) => `\n--- ${result.name}\n${result.output}`);
  return [...lines, ...reasons].join('\n');
}
