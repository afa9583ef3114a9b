import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/** Thrown where the database holds something this build cannot take; the message is one sentence. */
export class MigrationError extends Error {}

const LOCK = 7_316_202_611;

/** The migrations of a folder, in the order of their names (`YYYYMMDDHHMM-<domain>-<verb>.sql`). */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Applies as a set what the database does not have yet, each migration in its own transaction, under an advisory lock so that
 * two servers may start at once. Refuses a migration whose text changed after it was applied. `client` is the owner role.
 */
export async function migrate(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await client.query('create schema if not exists migration');
    await client.query(
      'create table if not exists migration.applied (name text not null, hash text not null, applied_at timestamptz not null, constraint applied_pkey primary key (name))',
    );
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration.applied');
    const applied = new Map(rows.map((row) => [row.name, row.hash]));
    refuseUnknown(applied, migrations);
    const todo = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of todo) await apply(client, migration);
    return todo.map((migration) => migration.name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

function refuseUnknown(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.hash]));
  for (const [name, hash] of applied) {
    if (!known.has(name)) {
      throw new MigrationError(
        `数据库比程序新（有 ${name}），请升级程序。 / The database is newer than this program (it has ${name}).`,
      );
    }
    if (known.get(name) !== hash) {
      throw new MigrationError(
        `迁移 ${name} 在执行之后被改动过，请恢复原文。 / Migration ${name} was changed after it was applied.`,
      );
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query(
      'insert into migration.applied (name, hash, applied_at) values ($1, $2, statement_timestamp())',
      [migration.name, migration.hash],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new MigrationError(`${migration.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
