import { type Finding, lineAt } from '../files.ts';

const MEASURED = /\.(tsx?|m?js|css|sql|sh)$/;
const LONGEST = 400;

/** Files over 400 lines need a reason in the list; a reason that is no longer needed goes. */
export function lintLength(texts: Map<string, string>, reasons: Record<string, string>): Finding[] {
  const findings: Finding[] = [];
  const isLong = (text: string): boolean => text.split('\n').length - 1 > LONGEST;
  for (const [file, text] of texts) {
    if (!MEASURED.test(file) || /\.gen\.ts$|(^|\/)schema\.sql$/.test(file) || !isLong(text)) continue;
    if (!reasons[file])
      findings.push({
        file,
        line: LONGEST + 1,
        rule: 'long-file',
        message: `over ${LONGEST} lines: split by use case, or list it with its reason`,
      });
  }
  for (const [file, reason] of Object.entries(reasons)) {
    const text = texts.get(file);
    if (text === undefined || !isLong(text) || reason.trim() === '')
      findings.push({
        file: 'tools/lint/long-files.json',
        line: 1,
        rule: 'long-file-list',
        message: `${file}: not there, not long, or without a reason`,
      });
  }
  return findings;
}

// Written in pieces, so that this file does not refuse itself.
const MACHINE = [
  ['(?<![\\w.])/wo', 'rk/(main|shared|\\.library)'],
  ['\\.\\./sha', 'red/(data|design|mission|reference|hooks)'],
  ['(?<![\\w./])/(ro', 'ot|home/[a-z][\\w-]*|Users/[A-Za-z][\\w-]*)/'],
  ['[A-Z]:\\\\+Us', 'ers\\\\'],
  ['\\bregi', 'stry\\.[a-z0-9-]+\\.[a-z]{2,}'],
  ['\\bnpm', 'mirror\\.com'],
  ['//(localhost|[\\w.-]+):4', '873\\b'],
].map((pieces) => new RegExp(pieces.join(''), 'g'));

/** Paths of somebody's machine and hosts of package registries do not belong into a repository others clone. */
export function lintMachinePaths(file: string, text: string): Finding[] {
  return MACHINE.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      file,
      line: lineAt(text, match.index),
      rule: 'machine-path',
      message: `"${match[0]}" is true on one machine only`,
    })),
  );
}
