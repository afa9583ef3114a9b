import ts from 'typescript';
import type { Finding } from '../files.ts';

export type Language = 'zh-CN' | 'en';

/** The words of one scope (the server, one web app with the kit): which keys each language has. */
export type WordBook = Record<Language, Set<string>>;

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Keys that stand in more than one file of a scope, keys one language lacks, and empty texts. */
export function readWords(files: { file: string; text: string }[]): { book: WordBook; findings: Finding[] } {
  const book: WordBook = { 'zh-CN': new Set(), en: new Set() };
  const places = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { file, text } of files) {
    const language: Language = file.endsWith('/zh-CN.json') ? 'zh-CN' : 'en';
    for (const [key, value] of Object.entries(JSON.parse(text) as Record<string, unknown>)) {
      const refuse = (rule: string, message: string): void =>
        void findings.push({ file, line: lineOfKey(text, key), rule, message });
      if (typeof value !== 'string') refuse('words-flat', `${key} must be a text: keys are flat`);
      else if (value.trim() === '') refuse('words-empty', `${key} says nothing`);
      if (places.has(`${language} ${key}`))
        refuse('words-twice', `${key} stands in ${places.get(`${language} ${key}`)} as well`);
      places.set(`${language} ${key}`, file);
      book[language].add(key.replace(PLURAL, ''));
      book[language].add(key);
    }
  }
  return { book, findings: [...findings, ...compareLanguages(files, book), ...compareParams(files)] };
}

function lineOfKey(text: string, key: string): number {
  const index = text.indexOf(JSON.stringify(key));
  return index === -1 ? 1 : text.slice(0, index).split('\n').length;
}

function compareLanguages(files: { file: string; text: string }[], book: WordBook): Finding[] {
  return files.flatMap(({ file, text }) => {
    const other: Language = file.endsWith('/zh-CN.json') ? 'en' : 'zh-CN';
    return Object.keys(JSON.parse(text) as object)
      .filter((key) => !book[other].has(key.replace(PLURAL, '')))
      .map((key) => ({
        file,
        line: lineOfKey(text, key),
        rule: 'words-missing',
        message: `${key} has no text in ${other}`,
      }));
  });
}

/** A parameter that one language fills and the other leaves out loses a number or a name on the way. */
function compareParams(files: { file: string; text: string }[]): Finding[] {
  const params = (value: unknown): string => [...new Set(String(value).match(/\{\{\s*\w+/g) ?? [])].sort().join(' ');
  const chinese = new Map<string, string>();
  for (const { file, text } of files.filter((each) => each.file.endsWith('/zh-CN.json')))
    for (const [key, value] of Object.entries(JSON.parse(text) as object))
      chinese.set(`${file.replace(/[^/]+$/, '')} ${key}`, params(value));
  return files
    .filter(({ file }) => file.endsWith('/en.json'))
    .flatMap(({ file, text }) =>
      Object.entries(JSON.parse(text) as object)
        .filter(
          ([key, value]) =>
            !PLURAL.test(key) &&
            (chinese.get(`${file.replace(/[^/]+$/, '')} ${key}`) ?? params(value)) !== params(value),
        )
        .map(([key]) => ({
          file,
          line: lineOfKey(text, key),
          rule: 'words-params',
          message: `${key} fills other parameters than in zh-CN`,
        })),
    );
}

/** A use of a text: a whole key, or the beginning of one (`t(\`alerts.kind.${kind}\`)`). */
export type KeyUse = { key: string; whole: boolean; line: number };

const KEY = /^[a-z][\w-]*(\.[\w-]+){2,}$/;

/**
 * Finds the keys a source uses: the first argument of `t`, the second of the server's `words(language, key)`, `i18nKey`, `new Problem(domain, code)`, and any string that looks like
 * a key of a screen this scope has words for (`isScreen` says whether `<domain>.<screen>` is one). A permission is spelled alike and is
 * none.
 */
export function findKeyUses(source: ts.SourceFile, isScreen: (prefix: string) => boolean): KeyUse[] {
  const uses: KeyUse[] = [];
  const add = (node: ts.Node, key: string, whole: boolean): void => {
    uses.push({ key, whole, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  };
  const translated = (node: ts.Expression | undefined): void => {
    if (!node) return;
    if (ts.isStringLiteralLike(node)) add(node, node.text, true);
    else if (ts.isTemplateExpression(node) && node.head.text !== '') add(node, node.head.text, false);
    else if (ts.isConditionalExpression(node)) {
      translated(node.whenTrue);
      translated(node.whenFalse);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(?:\w+\.)?t$/.test(node.expression.getText())) translated(node.arguments[0]);
    else if (ts.isCallExpression(node) && /^(?:\w+\.)*words$/.test(node.expression.getText()))
      translated(node.arguments[1]);
    else if (
      ts.isJsxAttribute(node) &&
      node.name.getText() === 'i18nKey' &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    )
      add(node, node.initializer.text, true);
    else if (ts.isNewExpression(node) && node.expression.getText() === 'Problem') {
      const [domain, code] = node.arguments ?? [];
      if (domain && code && ts.isStringLiteralLike(domain) && ts.isStringLiteralLike(code))
        add(node, `problem.${domain.text}.${code.text}`, true);
    } else if (
      ts.isStringLiteralLike(node) &&
      KEY.test(node.text) &&
      !isPermission(node) &&
      isScreen(node.text.split('.').slice(0, 2).join('.'))
    )
      add(node, node.text, true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

/** `permission: 'identity.roster.read'` and `useMay('identity.roster.write')`. */
function isPermission(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return parent.name.getText() === 'permission';
  return ts.isCallExpression(parent) && parent.expression.getText() === 'useMay';
}

/** Uses that neither language, or only one, has a text for. */
export function lintKeyUses(file: string, uses: KeyUse[], book: WordBook): Finding[] {
  const lacks = (language: Language, use: KeyUse): boolean =>
    use.whole ? !book[language].has(use.key) : ![...book[language]].some((key) => key.startsWith(use.key));
  const findings = uses.flatMap((use) => {
    const languages = (['zh-CN', 'en'] as const).filter((language) => lacks(language, use));
    if (languages.length === 0) return [];
    return [
      {
        file,
        line: use.line,
        rule: 'words-unknown',
        message: `${use.key}${use.whole ? '' : '…'} has no text in ${languages.join(' and ')}`,
      },
    ];
  });
  return findings.filter(
    (finding, index) =>
      findings.findIndex((other) => other.line === finding.line && other.message === finding.message) === index,
  );
}

/** The words a file may use: the server's are one book, each web app has its own and the kit's. */
export function wordScopes(files: string[]): { name: string; words: string[]; covers: (file: string) => boolean }[] {
  const words = files.filter((file) => /(^|\/)words\/(zh-CN|en)\.json$/.test(file));
  const apps = [...new Set(files.flatMap((file) => /^web\/(?!kit\/)([^/]+)\//.exec(file)?.[1] ?? []))];
  return [
    {
      name: 'server',
      words: words.filter((file) => file.startsWith('server/')),
      covers: (file) => file.startsWith('server/src/'),
    },
    ...apps.map((app) => ({
      name: app,
      words: words.filter((file) => file.startsWith(`web/${app}/`) || file.startsWith('web/kit/')),
      covers: (file: string) => file.startsWith(`web/${app}/`) || file.startsWith('web/kit/'),
    })),
  ];
}
