import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { readOrMakeSecrets, roleUrls, type Secrets, withClient } from '../src/app/postgres/index.ts';
import type { DatabaseUrls } from '../src/kernel/db/index.ts';
import { TEMPLATE } from './setup/global.ts';

export interface TestDatabase {
  readonly urls: DatabaseUrls;
  readonly secrets: Secrets;
  /** Superuser, for looking at the catalogue in tests of the house itself; never for what a test is about. */
  readonly superuser: string;
  drop(): Promise<void>;
}

/** A database of its own for one test file: a clone of the migrated template. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { port, folder } = inject('postgres');
  const secrets = readOrMakeSecrets(folder);
  const name = `t_${randomBytes(6).toString('hex')}`;
  const admin = `postgres://postgres:${secrets.superuser}@127.0.0.1:${port}/postgres`;
  await withClient(admin, async (client) => {
    await client.query(`create database ${name} template ${TEMPLATE}`);
    await client.query(`grant create on database ${name} to dayone_owner, dayone_jobs`);
  });
  return {
    urls: roleUrls(port, name, secrets),
    secrets,
    superuser: `postgres://postgres:${secrets.superuser}@127.0.0.1:${port}/${name}`,
    drop: () => withClient(admin, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  };
}
