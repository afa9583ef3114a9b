import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeRoles, readOrMakeSecrets, roleUrls, startPostgres, withClient } from '../../src/app/postgres/index.ts';
import { migrate, readMigrations } from '../../src/kernel/migrate/index.ts';
import { makePartitions } from '../../src/kernel/migrate/partitions.ts';

export const TEMPLATE = 'dayone_template';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { port: number; folder: string };
  }
}

/** One PostgreSQL for the run, its roles made once, and a migrated template that each test file clones (51 ms). */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dayone-test-'));
  const secrets = readOrMakeSecrets(folder);
  const postgres = await startPostgres({ folder, superuserPassword: secrets.superuser, unsafeFast: true });
  const superuser = (database: string) =>
    `postgres://postgres:${secrets.superuser}@127.0.0.1:${postgres.port}/${database}`;
  await withClient(superuser('postgres'), (client) => client.query(`create database ${TEMPLATE}`));
  await withClient(superuser(TEMPLATE), (client) => makeRoles(client, TEMPLATE, secrets));
  await withClient(roleUrls(postgres.port, TEMPLATE, secrets).owner, async (client) => {
    await migrate(client, readMigrations(path.resolve(import.meta.dirname, '../../migrations')));
    await makePartitions(client, new Date());
  });
  await withClient(superuser('postgres'), (client) =>
    client.query(`alter database ${TEMPLATE} with allow_connections false`),
  );
  project.provide('postgres', { port: postgres.port, folder });
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
