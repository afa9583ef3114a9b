import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { type Finding, listFiles } from '../files.ts';
import { readRiver } from '../river.ts';
import { boundaryRules } from './rules.ts';

const SOURCE_FOLDERS = ['contract', 'protocols', 'server', 'web', 'tools', 'bench', 'eval', 'e2e'];

/** What the cruise saw: findings, how many of our modules and edges, and the source files it did not see. */
export type BoundaryReport = { findings: Finding[]; modules: number; edges: number; unseen: string[] };

function isSource(file: string): boolean {
  return /\.tsx?$/.test(file) && !file.endsWith('.d.ts');
}

/** Checks the tree at `root` against the rules of its river.json. */
export async function checkBoundaries(root: string): Promise<BoundaryReport> {
  const folders = SOURCE_FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const onDisk = folders.flatMap((folder) => listFiles(root, folder)).filter(isSource);
  if (onDisk.length === 0) return { findings: [], modules: 0, edges: 0, unseen: [] };
  const { output } = await cruise(
    onDisk,
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: boundaryRules(readRiver(root)) },
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '\\.json$' },
    },
    {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  );
  const result = output as ICruiseResult;
  const seen = new Map(result.modules.map((module) => [module.source, module]));
  const ours = onDisk.filter((file) => seen.has(file));
  return {
    findings: result.summary.violations.map((violation) => ({
      file: violation.from,
      line: 1,
      rule: violation.rule.name,
      message: `imports ${violation.cycle ? violation.cycle.map((step) => step.name).join(' -> ') : violation.to}`,
    })),
    modules: ours.length,
    edges: ours.reduce((sum, file) => sum + (seen.get(file)?.dependencies.length ?? 0), 0),
    unseen: onDisk.filter((file) => !seen.has(file)),
  };
}

/**
 * What makes a green cruise believable. dependency-cruiser passes without a word over files its parser cannot read, so every
 * source file on disk must have been seen, and a tree of some size must have imports.
 */
export function floorProblems(report: BoundaryReport): Finding[] {
  const problems = report.unseen.map((file) => ({
    file,
    line: 1,
    rule: 'module-not-seen',
    message: 'the cruise did not see it',
  }));
  if (report.modules > 3 && report.edges < report.modules / 2)
    problems.push({ file: 'tools/boundaries', line: 1, rule: 'too-few-edges', message: `${report.edges} imports` });
  return problems;
}
