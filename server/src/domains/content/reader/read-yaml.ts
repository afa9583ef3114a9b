import { parseDocument } from 'yaml';
import { type PackProblem, packProblem } from '../problem.ts';

/** Reads YAML 1.2; a key written twice, a bad indent or an alias bomb is a problem, never an exception. */
export function readYaml(text: string, file: string): { data: unknown } | { problems: PackProblem[] } {
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: true });
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => {
        const line = error.linePos?.[0].line ?? 1;
        const said = error.message.split('\n')[0] ?? error.code;
        return packProblem(file, `line ${line}`, 'yaml', `第 ${line} 行不是合格的 YAML：${said}`, `not YAML: ${said}`);
      }),
    };
  }
  try {
    return { data: document.toJS({ maxAliasCount: 50 }) };
  } catch {
    return { problems: [packProblem(file, '', 'yaml', 'YAML 引用过多或成环', 'too many or circular YAML aliases')] };
  }
}

/** Splits a Markdown page into front matter and body; `undefined` when it does not begin with a front matter block. */
export function splitFrontMatter(text: string): { head: string; body: string } | undefined {
  const parts = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text);
  if (parts?.[1] === undefined || parts[2] === undefined) return undefined;
  return { head: parts[1], body: parts[2].trim() };
}
