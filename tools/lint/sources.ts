import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../files.ts';

const BINARY = /\.(png|jpe?g|gif|webp|ico|svgz|pdf|woff2?|ttf|otf|mp[34]|webm|m4a|wav|zip|gz|tgz|dcm|bin)$/i;

/** What belongs to the repository: tracked and new files, not the ignored ones; outside git, every file. */
export function repositoryFiles(root: string): string[] {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (git.status !== 0) return listFiles(root);
  const known = new Set(listFiles(root));
  return [...new Set(git.stdout.split('\0'))].filter((file) => known.has(file)).sort();
}

/** The text of a file, or undefined for what is not text. */
export function readText(root: string, file: string): string | undefined {
  if (BINARY.test(file)) return undefined;
  const bytes = readFileSync(join(root, file));
  return bytes.includes(0) ? undefined : bytes.toString('utf8');
}

/** Whether a path is test code, which may use the machine's clock and console. */
export function isTestFile(file: string): boolean {
  return /\.(test|e2e)\.tsx?$/.test(file) || /^(server\/test|e2e)\//.test(file);
}

/** TypeScript of ours that people write: no declaration files, nothing generated. */
export function isWrittenSource(file: string): boolean {
  return /\.tsx?$/.test(file) && !/\.(d|gen)\.ts$/.test(file);
}
