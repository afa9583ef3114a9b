import pg from 'pg';
import type { DatabaseUrls } from '../../kernel/db/index.ts';
import { type EmbeddedPostgres, startPostgres } from './manager.ts';
import { makeRoles, roleUrls } from './roles.ts';
import { readOrMakeSecrets } from './secrets.ts';

export { EmbeddedPostgresError } from './binaries.ts';
export { isRunning, startPostgres } from './manager.ts';
export { makeRoles, roleUrls } from './roles.ts';
export { readOrMakeSecrets, type Secrets } from './secrets.ts';

/** The database's name in an embedded installation. */
export const DATABASE = 'dayone';

/** Starts the embedded PostgreSQL of a data folder with its database and roles in place. */
export async function embeddedDatabase(
  dataDir: string,
): Promise<{ urls: DatabaseUrls; postgres: EmbeddedPostgres; lookupKey: string }> {
  const secrets = readOrMakeSecrets(dataDir);
  const postgres = await startPostgres({ folder: dataDir, superuserPassword: secrets.superuser });
  const superuser = (database: string) =>
    `postgres://postgres:${secrets.superuser}@127.0.0.1:${postgres.port}/${database}`;
  await withClient(superuser('postgres'), async (client) => {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rows.length === 0) await client.query(`create database ${client.escapeIdentifier(DATABASE)}`);
  });
  await withClient(superuser(DATABASE), (client) => makeRoles(client, DATABASE, secrets));
  return { urls: roleUrls(postgres.port, DATABASE, secrets), postgres, lookupKey: secrets.lookupKey };
}

/** Opens one connection for the time of `work`. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
