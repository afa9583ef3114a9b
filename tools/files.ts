import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

// Folders that hold no source of ours: installed packages, build output, run-time data, screenshots.
const SKIPPED = new Set([
  'node_modules',
  '.git',
  'dist',
  'coverage',
  '.data',
  '.cache',
  '.screens',
  'screenshots',
  'test-results',
]);

/** All files under `root/folder` as sorted repository-relative paths with forward slashes; generated folders are skipped. */
export function listFiles(root: string, folder = '.'): string[] {
  const found: string[] = [];
  const walk = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (SKIPPED.has(entry.name)) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) found.push(relative(root, path).split(sep).join('/'));
    }
  };
  const start = join(root, folder);
  if (existsSync(start)) walk(start);
  return found.sort();
}

/** One thing a check refuses: where, which rule, and what to do about it. */
export type Finding = { file: string; line: number; rule: string; message: string };

/** Prints findings as `file:line rule message`, then a one-line count; returns the exit code (1 when anything was found). */
export function reportFindings(name: string, findings: Finding[], looked: string): number {
  const ordered = [...findings].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  for (const finding of ordered) console.log(`${finding.file}:${finding.line}  ${finding.rule}  ${finding.message}`);
  console.log(`${name}: ${findings.length} refused, ${looked}`);
  return findings.length > 0 ? 1 : 0;
}

/** 1-based line of a character offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let index = text.indexOf('\n'); index !== -1 && index < offset; index = text.indexOf('\n', index + 1)) line += 1;
  return line;
}
