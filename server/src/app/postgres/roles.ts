import { readFileSync } from 'node:fs';
import type pg from 'pg';
import type { DatabaseUrls } from '../../kernel/db/index.ts';
import type { Secrets } from './secrets.ts';

const ROLES = ['owner', 'app', 'jobs', 'sweeper'] as const;

/**
 * Runs `deploy/roles.sql` for an embedded database, where the four roles do not exist yet; its psql variables are filled here.
 * `client` is signed in as superuser to the database of Dayone.
 */
export async function makeRoles(client: pg.Client, database: string, secrets: Secrets): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', ['dayone_app']);
  if (rows.length > 0) return;
  const script = readFileSync(new URL('../../../../deploy/roles.sql', import.meta.url), 'utf8')
    .replaceAll(':"database"', client.escapeIdentifier(database))
    .replace(/:'(\w+)_password'/g, (_, role: (typeof ROLES)[number]) => client.escapeLiteral(secrets[role]));
  await client.query(script);
}

/** Addresses of the four roles in the embedded database. */
export function roleUrls(port: number, database: string, secrets: Secrets): DatabaseUrls {
  const url = (role: (typeof ROLES)[number]) =>
    `postgres://dayone_${role}:${secrets[role]}@127.0.0.1:${port}/${database}`;
  return { owner: url('owner'), app: url('app'), jobs: url('jobs'), sweeper: url('sweeper') };
}
