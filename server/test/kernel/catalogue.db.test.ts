import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../database.ts';

const POLICY =
  "(NOT (hospital_id IS DISTINCT FROM (NULLIF(current_setting('app.hospital_id'::text, true), ''::text))::uuid))";
/** Tables without a tenant, each with its reason in the migration that makes it. */
const NOT_TENANT = new Set(['kernel.hospital_clock', 'kernel.worker_heartbeat', 'identity.hospital', 'intake.feed']);

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  client = new pg.Client({ connectionString: database.superuser });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function ask<T extends pg.QueryResultRow>(text: string): Promise<T[]> {
  return (await client.query<T>(text)).rows;
}

const OURS = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'jobs', 'migration') and c.relkind in ('r', 'p') and not c.relispartition`;

async function tenantTables(): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} order by 1`,
  );
  return rows.map((row) => row.name).filter((name) => !NOT_TENANT.has(name));
}

describe('the catalogue keeps the rules that hold on plain PostgreSQL and on Citus', () => {
  it('every tenant table has hospital_id uuid not null', async () => {
    const rows = await ask<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'hospital_id' and a.atttypid = 'uuid'::regtype and a.attnotnull where ${OURS}`,
    );
    const having = new Set(rows.map((row) => row.name));
    expect((await tenantTables()).filter((name) => !having.has(name))).toEqual([]);
    expect((await tenantTables()).length).toBeGreaterThan(20);
  });

  it('hospital_id stands first in every primary key, unique index and foreign key', async () => {
    const rows = await ask<{ name: string; index: string }>(
      `select n.nspname || '.' || c.relname as name, i.indexrelid::regclass::text as index
       from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where ${OURS} and i.indisunique and a.attname <> 'hospital_id'`,
    );
    expect(rows.filter((row) => !NOT_TENANT.has(row.name))).toEqual([]);
    const keys = await ask<{ name: string }>(
      `select k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1]
       where ${OURS} and k.contype = 'f' and k.confrelid::regclass::text not in ('identity.hospital', 'intake.feed') and (a.attname <> 'hospital_id' or f.attname <> 'hospital_id')`,
    );
    expect(keys).toEqual([]);
  });

  it('row-level security is forced with the one permissive policy in the exact text', async () => {
    const rows = await ask<{ name: string; forced: boolean; policies: string[] }>(
      `select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
         array(select p.permissive || ' ' || p.cmd || ' ' || p.qual || ' ' || p.with_check from pg_policies p
               where p.schemaname = n.nspname and p.tablename = c.relname) as policies
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS}`,
    );
    const wrong = rows
      .filter((row) => !NOT_TENANT.has(row.name))
      .filter((row) => !row.forced || row.policies.join() !== `PERMISSIVE ALL ${POLICY} ${POLICY}`);
    expect(wrong).toEqual([]);
  });

  it('has no trigger, no deferrable or set-null key, no grant on a partition, and views run as their caller', async () => {
    expect(await ask(`select tgname from pg_trigger where not tgisinternal`)).toEqual([]);
    expect(
      await ask(
        `select conname from pg_constraint where condeferrable or confdeltype in ('n', 'd') or confupdtype in ('n', 'd')`,
      ),
    ).toEqual([]);
    expect(
      await ask(
        `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relispartition and c.relkind in ('r', 'p')
         and n.nspname <> 'jobs' and array_to_string(c.relacl, ' ') ~ 'dayone_(app|sweeper|jobs)='`,
      ),
    ).toEqual([]);
    expect(
      await ask(
        `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and n.nspname not in ('pg_catalog', 'information_schema')
         and not coalesce(c.reloptions::text ~ 'security_invoker=(true|on)', false)`,
      ),
    ).toEqual([]);
  });

  it('every partitioned table has a default partition', async () => {
    const rows = await ask(
      `select p.partrelid::regclass::text as name from pg_partitioned_table p where p.partdefid = 0`,
    );
    expect(rows).toEqual([]);
  });

  it('the sweeper reads ids, states and times only', async () => {
    const rows = await ask<{ column_name: string }>(
      `select distinct column_name from information_schema.column_privileges where grantee = 'dayone_sweeper' and privilege_type = 'SELECT'`,
    );
    const allowed = new Set([
      'hospital_id',
      'id',
      'code',
      'state',
      'not_before',
      'leased_until',
      'wake_at',
      'offset_ms',
    ]);
    expect(rows.map((row) => row.column_name).filter((name) => !allowed.has(name))).toEqual([]);
    expect(
      await ask(
        `select table_name from information_schema.role_table_grants where grantee = 'dayone_sweeper' and privilege_type <> 'SELECT'`,
      ),
    ).toEqual([]);
  });
});
