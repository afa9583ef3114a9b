// `npm run generate [-- --check] [-- --routes]`: writes what is derived: the route table, the row types, schema.sql, the settings'
// reference. With --check it writes nothing and fails where a file is not current; --routes leaves the database out.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeRoles, readOrMakeSecrets, roleUrls, startPostgres, withClient } from '../server/src/app/postgres/index.ts';
import { migrate, readMigrations } from '../server/src/kernel/migrate/index.ts';
import { readColumns, readRest, schemaFile, tablesFile } from './generate/catalogue.ts';
import { configurationFile } from './generate/configuration.ts';
import { routesFile } from './generate/routes.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const files = new Map([
  ['contract/routes.gen.ts', routesFile()],
  ['docs/configuration.md', configurationFile()],
]);
if (!process.argv.includes('--routes')) for (const [name, text] of await fromDatabase()) files.set(name, text);

const old = [...files].filter(([name, text]) => {
  const full = path.join(ROOT, name);
  return !existsSync(full) || readFileSync(full, 'utf8') !== text;
});
for (const [name, text] of old) {
  if (check) process.stderr.write(`${name} is not current: run npm run generate\n`);
  else {
    mkdirSync(path.dirname(path.join(ROOT, name)), { recursive: true });
    writeFileSync(path.join(ROOT, name), text);
    process.stdout.write(`wrote ${name}\n`);
  }
}
process.exitCode = check && old.length > 0 ? 1 : 0;

async function fromDatabase(): Promise<[string, string][]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dayone-generate-'));
  const secrets = readOrMakeSecrets(folder);
  const postgres = await startPostgres({ folder, superuserPassword: secrets.superuser, unsafeFast: true });
  try {
    await withClient(`postgres://postgres:${secrets.superuser}@127.0.0.1:${postgres.port}/postgres`, async (client) =>
      makeRoles(client, 'postgres', secrets),
    );
    return await withClient(roleUrls(postgres.port, 'postgres', secrets).owner, async (client) => {
      await migrate(client, readMigrations(path.join(ROOT, 'server/migrations')));
      const columns = await readColumns(client);
      return [
        ['server/schema.sql', schemaFile(columns, await readRest(client))],
        ['server/src/kernel/db/tables.gen.ts', tablesFile(columns)],
      ];
    });
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
