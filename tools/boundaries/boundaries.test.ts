import { describe, expect, test } from 'vitest';
import { plantTree } from '../plant.ts';
import { checkBoundaries, floorProblems } from './cruise.ts';

const river = JSON.stringify({
  domains: ['spring', 'brook', 'delta'].map((name) => ({ name, owns: { zh: '水', en: 'water' }, readsViews: false })),
});

/** The cruise tells type imports from value imports only for packages it can resolve, so the tree carries small ones. */
function packages(...names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => [
      [
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version: '1.0.0', type: 'module', main: 'index.js' }),
      ],
      [`node_modules/${name}/index.js`, 'export const sql = 1;\nexport default sql;\n'],
    ]),
  );
}

/** A small tree in which every rule has something to be true of. */
const CLEAN: Record<string, string> = {
  'river.json': river,
  ...packages('kysely', 'pg', 'zod', '@tanstack/react-router'),
  'contract/spring.ts': "import { z } from 'zod';\nexport const spring = z.string();\nexport type Spring = string;\n",
  'contract/routes.gen.ts': 'export const routes = {};\n',
  'protocols/hl7v2/parse.ts': "import { frame } from '../mllp/frame.ts';\nexport const parse = frame;\n",
  'protocols/mllp/frame.ts': 'export const frame = 1;\n',
  'server/src/kernel/db.ts': "import { sql } from 'kysely';\nimport pg from 'pg';\nexport const db = [sql, pg];\n",
  'server/src/domains/spring/index.ts': "export { rows } from './store.ts';\n",
  'server/src/domains/spring/store.ts': "import { sql } from 'kysely';\nexport const rows = sql;\n",
  'server/src/domains/spring/flow.store.ts': "import { sql } from 'kysely';\nexport const flow = sql;\n",
  'server/src/domains/brook/index.ts':
    "import type { Transaction } from 'kysely';\nimport { rows } from '../spring/index.ts';\nexport const brook = rows;\nexport type T = Transaction;\n",
  'server/src/domains/delta/index.ts': "import { brook } from '../brook/index.ts';\nexport const delta = brook;\n",
  'server/src/domains/spring/store.db.test.ts':
    "import { delta } from '../delta/index.ts';\nimport { rows } from './store.ts';\nvoid [delta, rows];\n",
  'server/src/app/compose.ts':
    "import { rows } from '../domains/spring/store.ts';\nimport { delta } from '../domains/delta/index.ts';\nexport const app = [rows, delta];\n",
  'server/src/app/postgres/manager.ts': "import pg from 'pg';\nexport const manager = pg;\n",
  'server/src/main.ts': "import { app } from './app/compose.ts';\nvoid app;\n",
  'server/test/flows/a.flow.test.ts': "import { app } from '../../src/app/compose.ts';\nvoid app;\n",
  'tools/seed.ts': "import { app } from '../server/src/app/compose.ts';\nvoid app;\n",
  'web/kit/tokens.ts': 'export const tokens = {};\n',
  'web/staff/main.ts':
    "import { spring } from '../../contract/spring.ts';\nimport { tokens } from '../kit/tokens.ts';\nvoid [spring, tokens];\n",
  'web/patient/main.ts':
    "import type { Spring } from '../../contract/spring.ts';\nimport { routes } from '../../contract/routes.gen.ts';\nimport { tokens } from '../kit/tokens.ts';\nexport type S = Spring;\nvoid [routes, tokens];\n",
};

const PLANTS: [rule: string, file: string, text: string][] = [
  ['upstream-only-spring', 'server/src/domains/spring/late.ts', "import '../delta/index.ts';\n"],
  [
    'upstream-only-brook',
    'server/src/domains/brook/late.ts',
    "import type { delta } from '../delta/index.ts';\nexport type D = typeof delta;\n",
  ],
  ['front-door-only', 'server/src/domains/brook/window.ts', "import '../spring/store.ts';\n"],
  ['front-door-only-outside', 'tools/window.ts', "import '../server/src/domains/spring/store.ts';\n"],
  ['tests-not-around-stores', 'server/src/domains/brook/around.db.test.ts', "import '../spring/store.ts';\n"],
  [
    'shared-tests-not-around-stores',
    'server/test/build/spring.ts',
    "import '../../src/domains/spring/flow.store.ts';\n",
  ],
  ['domain-in-river', 'server/src/domains/unlisted/index.ts', "import '../../kernel/db.ts';\n"],
  ['kernel-knows-no-domain', 'server/src/kernel/peek.ts', "import '../domains/spring/index.ts';\n"],
  ['nobody-imports-app', 'server/src/domains/delta/boss.ts', "import '../../app/compose.ts';\n"],
  ['nobody-imports-app', 'server/src/kernel/boss.ts', "import '../app/compose.ts';\n"],
  ['server-stays-in-server', 'server/src/domains/spring/tooling.ts', "import '../../../../tools/seed.ts';\n"],
  ['contract-imports-nothing', 'contract/brook.ts', "import '../protocols/mllp/frame.ts';\n"],
  ['protocols-import-nothing', 'protocols/fhir/read.ts', "import '../../contract/spring.ts';\n"],
  ['web-imports-little', 'web/staff/reach.ts', "import '../patient/main.ts';\n"],
  ['web-imports-little', 'web/staff/server.ts', "import '../../server/src/kernel/db.ts';\n"],
  ['web-kit-knows-no-api', 'web/kit/api.ts', "import '../../contract/routes.gen.ts';\n"],
  ['web-kit-knows-no-router', 'web/kit/link.ts', "import '@tanstack/react-router';\n"],
  ['patient-app-no-zod', 'web/patient/form.ts', "import 'zod';\n"],
  [
    'routes-gen-no-zod',
    'contract/routes.gen.ts',
    "import { spring } from './spring.ts';\nexport const routes = { spring };\n",
  ],
  [
    'patient-app-contract-types-only',
    'web/patient/value.ts',
    "import { spring } from '../../contract/spring.ts';\nvoid spring;\n",
  ],
  ['sql-only-in-stores', 'server/src/domains/spring/act.ts', "import { sql } from 'kysely';\nvoid sql;\n"],
  ['sql-only-in-stores', 'server/src/domains/spring/around.db.test.ts', "import { sql } from 'kysely';\nvoid sql;\n"],
  ['pg-only-in-kernel', 'server/src/domains/spring/pool.store.ts', "import pg from 'pg';\nvoid pg;\n"],
  ['no-cycles', 'server/src/kernel/loop-a.ts', "import './loop-b.ts';\n"],
];

describe('boundaries', () => {
  test('a clean tree is green and wholly seen', async () => {
    using tree = plantTree(CLEAN);
    const report = await checkBoundaries(tree.root);
    expect(report.findings).toEqual([]);
    expect(floorProblems(report)).toEqual([]);
    expect(report.modules).toBe(
      Object.keys(CLEAN).filter((file) => /^(contract|protocols|server|tools|web)\//.test(file)).length,
    );
  });

  test.each(PLANTS)('%s: %s is refused', async (rule, file, text) => {
    using tree = plantTree({ ...CLEAN, 'server/src/kernel/loop-b.ts': "import './loop-a.ts';\n", [file]: text });
    const report = await checkBoundaries(tree.root);
    const found = report.findings.map((finding) => `${finding.rule} ${finding.file}`);
    expect(found).toContain(`${rule} ${file}`);
  });

  test('the real tree is wholly seen', async () => {
    const report = await checkBoundaries(process.cwd());
    expect(report.modules).toBeGreaterThanOrEqual(150);
    expect(floorProblems(report)).toEqual([]);
  });
});
