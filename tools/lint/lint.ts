import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Finding } from '../files.ts';
import { readRiver } from '../river.ts';
import { lintAmbient } from './ambient.ts';
import { lintDomainReadmes, lintMarkdown } from './docs.ts';
import { isTestFile, isWrittenSource, readText, repositoryFiles } from './sources.ts';
import { lintLength, lintMachinePaths } from './texts.ts';
import { lintTypes, openProgram, ownSources } from './types.ts';
import { findKeyUses, lintKeyUses, readWords, wordScopes } from './words.ts';

const PROGRAMS = ['tsconfig.server.json', 'tsconfig.web.json'];

function lintPrograms(root: string): { findings: Finding[]; seen: Set<string> } {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const config of PROGRAMS) {
    const program = openProgram(root, config);
    if (!program) continue;
    const checker = program.getTypeChecker();
    for (const { file, source } of ownSources(root, program)) {
      if (seen.has(file)) continue;
      seen.add(file);
      if (isWrittenSource(file)) findings.push(...lintTypes(file, source, checker));
    }
  }
  return { findings, seen };
}

function lintWords(texts: Map<string, string>, sources: Map<string, ts.SourceFile>): Finding[] {
  return wordScopes([...texts.keys()]).flatMap((scope) => {
    const { book, findings } = readWords(scope.words.map((file) => ({ file, text: texts.get(file) ?? '{}' })));
    const screens = new Set([...book['zh-CN'], ...book.en].map((key) => key.split('.').slice(0, 2).join('.')));
    const used = [...sources].filter(([file]) => scope.covers(file) && !isTestFile(file));
    return [
      ...findings,
      ...used.flatMap(([file, source]) =>
        lintKeyUses(
          file,
          findKeyUses(source, (prefix) => screens.has(prefix)),
          book,
        ),
      ),
    ];
  });
}

/** Findings may repeat where the kit belongs to two apps. */
function unique(findings: Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

/** All that the house's own lint refuses in the tree at `root`. */
export function lintTree(root: string): { findings: Finding[]; files: number; typed: number } {
  const texts = new Map<string, string>();
  for (const file of repositoryFiles(root)) {
    const text = readText(root, file);
    if (text !== undefined) texts.set(file, text);
  }
  const sources = new Map(
    [...texts]
      .filter(([file]) => isWrittenSource(file))
      .map(([file, text]) => [file, ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)]),
  );
  const reasonsPath = join(root, 'tools/lint/long-files.json');
  const reasons = existsSync(reasonsPath)
    ? (JSON.parse(readFileSync(reasonsPath, 'utf8')) as Record<string, string>)
    : {};
  const typed = lintPrograms(root);
  const untyped = [...sources.keys()].filter(
    (file) =>
      !typed.seen.has(file) &&
      !/^(miniapp|eval)\//.test(file) &&
      PROGRAMS.some((config) => existsSync(join(root, config))),
  );
  const findings = [
    ...typed.findings,
    ...untyped.map((file) => ({
      file,
      line: 1,
      rule: 'in-no-program',
      message: 'no tsconfig includes it, so its types are not checked',
    })),
    ...[...sources].flatMap(([file, source]) => lintAmbient(file, source)),
    ...lintWords(texts, sources),
    ...lintLength(texts, reasons),
    ...[...texts].flatMap(([file, text]) => lintMachinePaths(file, text)),
    ...[...texts].filter(([file]) => file.endsWith('.md')).flatMap(([file, text]) => lintMarkdown(root, file, text)),
    ...lintDomainReadmes(root, readRiver(root)),
  ];
  return { findings: unique(findings), files: texts.size, typed: typed.seen.size };
}
