import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { type Finding, lineAt } from '../files.ts';
import type { RiverDomain } from '../river.ts';

const LINK = /!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const CODE_PATH = /`((?:server|web|contract|protocols|tools|content|deploy|bench|e2e|docs|miniapp)\/[\w./-]+)`/g;

// Decisions and the change log speak of what was; they may name files that are gone.
const HISTORY = /^(CHANGELOG\.md|docs\/decisions\/)/;

function withoutCode(text: string): string {
  const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
  return text.replace(/^(```|~~~)[\s\S]*?^\1/gm, blank).replace(/`[^`\n]*`/g, blank);
}

/** Relative links must lead somewhere, and paths in code marks must exist. */
export function lintMarkdown(root: string, file: string, text: string): Finding[] {
  const findings: Finding[] = [];
  for (const match of withoutCode(text).matchAll(LINK)) {
    const target = decodeURIComponent((match[1] ?? '').split('#')[0] ?? '');
    if (target === '' || /^[a-z][a-z0-9+.-]*:/i.test(target)) continue;
    const path = target.startsWith('/') ? target.slice(1) : normalize(join(dirname(file), target));
    if (path.startsWith('..') || !existsSync(join(root, path)))
      findings.push({ file, line: lineAt(text, match.index), rule: 'dead-link', message: `${match[1]} leads nowhere` });
  }
  if (HISTORY.test(file)) return findings;
  for (const match of text.matchAll(CODE_PATH)) {
    const path = (match[1] ?? '').replace(/[./]+$/, '');
    if (!existsSync(join(root, path)))
      findings.push({
        file,
        line: lineAt(text, match.index),
        rule: 'dead-path',
        message: `${match[1]} does not exist`,
      });
  }
  return findings;
}

/** Every domain of the river explains itself. */
export function lintDomainReadmes(root: string, river: RiverDomain[]): Finding[] {
  return river
    .map((domain) => `server/src/domains/${domain.name}/README.md`)
    .filter((file) => !existsSync(join(root, file)))
    .map((file) => ({ file, line: 1, rule: 'domain-readme', message: 'a domain of river.json has a README.md' }));
}
