import { describe, expect, test } from 'vitest';
import { plantTree } from '../plant.ts';
import { lintTree } from './lint.ts';

const SPRING = { name: 'spring', owns: { zh: '水', en: 'water' }, readsViews: false };
const TSCONFIG = JSON.stringify({
  compilerOptions: {
    target: 'es2024',
    lib: ['es2022'],
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    types: [],
    jsx: 'react-jsx',
  },
  include: ['server', 'web', 'tools'],
});

const CLEAN: Record<string, string> = {
  'river.json': JSON.stringify({ domains: [SPRING] }),
  'tsconfig.server.json': TSCONFIG,
  'README.md':
    'See [the spring](server/src/domains/spring/README.md#why), [home](https://example.org) and `server/src/domains/spring/index.ts`.\n',
  'server/src/domains/spring/README.md': '# Spring\n',
  'server/src/domains/spring/words/zh-CN.json': '{ "spring.list.title": "泉", "problem.spring.dry": "干" }',
  'server/src/domains/spring/words/en.json': '{ "spring.list.title": "Spring", "problem.spring.dry": "Dry" }',
  'server/src/domains/spring/index.ts': `
export type Flow = 'low' | 'high';
export function level(flow: Flow): number {
  switch (flow) {
    case 'low':
      return 1;
    case 'high':
      return 2;
  }
}
async function open(): Promise<void> {}
export async function start(): Promise<Date> {
  await open();
  open().catch(() => undefined);
  void open();
  return new Date(0);
}
export const title = 'spring.list.title';
`,
  'server/src/kernel/clock.ts': 'export const now = (): Date => new Date();\n',
  'web/kit/wall.ts': 'export const wallNow = (): number => Date.now();\n',
  'web/staff/words/zh-CN.json':
    '{ "staff.home.hello": "你好", "staff.kind.red": "红", "staff.n.items_other": "{{count}} 项" }',
  'web/staff/words/en.json':
    '{ "staff.home.hello": "Hello", "staff.kind.red": "Red", "staff.n.items_one": "1 item", "staff.n.items_other": "{{count}} items" }',
  'web/staff/home.ts':
    "declare function t(key: string, o?: object): string;\nexport const kind = (k: string) => [t('staff.home.hello'), t(`staff.kind.${k}`), t('staff.n.items', { count: 2 })];\n",
};

const server = (code: string): Record<string, string> => ({ 'server/src/domains/spring/planted.ts': code });
const staff = (code: string): Record<string, string> => ({
  'web/staff/planted.ts': `declare function t(key: string): string;\n${code}`,
});
const lines = (count: number): string => 'export {};\n'.repeat(count);

/** Joined here so that this file does not hold what the machine-path rule refuses. */
const machine = (...pieces: string[]): string => pieces.join('');

const PLANTS: [rule: string, files: Record<string, string>][] = [
  ['floating-promise', server('async function go(): Promise<void> {}\ngo();\n')],
  ['floating-promise', server('async function go(): Promise<void> {}\n[1].map(() => go());\n')],
  [
    'floating-promise',
    server('async function go(): Promise<void> {}\nexport const f = (b: boolean): void => {\n  b && go();\n};\n'),
  ],
  ['floating-promise', server('async function go(): Promise<void> {}\ngo().then(() => undefined);\n')],
  ['floating-promise', server('async function go(): Promise<void> {}\ngo().finally(() => undefined);\n')],
  [
    'exhaustive-switch',
    server("export function f(k: 'a' | 'b'): void {\n  switch (k) {\n    case 'a':\n      break;\n  }\n}\n"),
  ],
  [
    'exhaustive-switch',
    server(
      "export function f(x: { k: 'a' } | { k: 'b' }): void {\n  switch (x.k) {\n    case 'a':\n      break;\n  }\n}\n",
    ),
  ],
  ['ambient', server('export const a = new Date();\n')],
  ['ambient', server('export const a = Date.now();\n')],
  ['ambient', server('export const clock = Date.now;\n')],
  ['ambient', server('export const a = Math.random();\n')],
  ['ambient', server('declare const process: { env: object };\nexport const a = process.env;\n')],
  ['ambient', server("console.log('hello');\n")],
  ['ambient', staff('export const a = Date.now();\n')],
  ['ambient', { 'web/kit/wall.ts': "console.log('not here either');\n" }],
  ['words-unknown', server("export const title = 'spring.list.tilte';\n")],
  [
    'words-unknown',
    server(
      "declare const Problem: new (d: string, c: string) => object;\nexport const p = new Problem('spring', 'flooded');\n",
    ),
  ],
  ['words-unknown', staff("export const a = t('staff.home.bye');\n")],
  ['words-unknown', staff('export const a = (k: string) => t(`staff.colour.${k}`);\n')],
  [
    'words-unknown',
    server(
      "declare const ctx: { words(language: string, key: string): string };\nexport const a = ctx.words('en', 'spring.list.gone');\n",
    ),
  ],
  [
    'words-params',
    {
      'web/staff/a/words/en.json': '{ "staff.a.b": "{{n}} left" }',
      'web/staff/a/words/zh-CN.json': '{ "staff.a.b": "还有 {{count}} 个" }',
    },
  ],
  ['words-missing', { 'web/staff/a/words/zh-CN.json': '{ "staff.a.only": "独" }' }],
  ['words-missing', { 'web/staff/a/words/en.json': '{ "staff.a.only": "Only" }' }],
  ['words-twice', { 'web/staff/a/words/en.json': '{ "staff.home.hello": "Hi" }' }],
  [
    'words-empty',
    { 'web/staff/a/words/en.json': '{ "staff.a.b": " " }', 'web/staff/a/words/zh-CN.json': '{ "staff.a.b": "乙" }' },
  ],
  [
    'words-flat',
    { 'web/staff/a/words/en.json': '{ "staff.a.b": {} }', 'web/staff/a/words/zh-CN.json': '{ "staff.a.b": "乙" }' },
  ],
  ['long-file', server(lines(401))],
  ['long-file-list', { 'tools/lint/long-files.json': '{ "server/src/gone.ts": "was long" }' }],
  ['machine-path', server(`export const a = '${machine('/wo', 'rk/main/x')}';\n`)],
  ['machine-path', { 'notes.md': machine('see /ho', 'me/somebody/notes') }],
  ['machine-path', { '.npmrc': machine('registry=https://regi', 'stry.example.com/') }],
  ['dead-link', { 'docs/a.md': '[gone](gone.md)\n' }],
  ['dead-link', { 'docs/a.md': '[outside](../../elsewhere/README.md)\n' }],
  ['dead-path', { 'docs/flows/a.md': 'Then `server/src/gone.ts` runs.\n' }],
  ['domain-readme', { 'river.json': JSON.stringify({ domains: [SPRING, { ...SPRING, name: 'delta' }] }) }],
  ['in-no-program', { 'e2e/a.e2e.ts': 'export {};\n' }],
];

const rulesOf = (files: Record<string, string>): string[] => {
  using tree = plantTree({ ...CLEAN, ...files });
  return lintTree(tree.root).findings.map((finding) => finding.rule);
};

describe('lint', () => {
  test('a clean tree is green', () => {
    using tree = plantTree(CLEAN);
    const { findings, typed } = lintTree(tree.root);
    expect(findings).toEqual([]);
    expect(typed).toBe(4);
  });

  test.each(PLANTS)('%s: %o', (rule, files) => {
    expect(rulesOf(files)).toContain(rule);
  });

  test('what is free stays free', () => {
    expect(rulesOf({ 'tools/a.ts': 'export const a = [new Date(), Math.random()];\n' })).toEqual([]);
    expect(rulesOf({ 'server/src/domains/spring/a.test.ts': 'export const a = Date.now();\n' })).toEqual([]);
    expect(
      rulesOf(
        server(
          "export const f = (k: 'a' | 'b'): number => {\n  switch (k) {\n    case 'a':\n      return 1;\n    default:\n      return 2;\n  }\n};\n",
        ),
      ),
    ).toEqual([]);
    expect(
      rulesOf({
        ...server(lines(401)),
        'tools/lint/long-files.json': '{ "server/src/domains/spring/planted.ts": "one table" }',
      }),
    ).toEqual([]);
    expect(rulesOf({ 'docs/a.md': '```\n[no link](in-code.md)\n```\n' })).toEqual([]);
  });
});
