import type pg from 'pg';

export interface Column {
  schema: string;
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  default: string | null;
}

const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'jobs', 'migration')`;

/** Columns of our tables and views, partitions left out, in the order of the tables' names and the columns' places. */
export async function readColumns(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select n.nspname as schema, c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
      not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid) as default
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where ${OURS} and c.relkind in ('r', 'p', 'v') and not c.relispartition and a.attnum > 0 and not a.attisdropped
    order by 1, 2, a.attnum`);
  return rows;
}

/** One line per constraint, index, policy, grant and view of our schemas, sorted: what schema.sql shows beside the columns. */
export async function readRest(client: pg.Client): Promise<{ owner: string; line: string }[]> {
  const { rows } = await client.query<{ owner: string; line: string }>(`
    select * from (
      select n.nspname || '.' || c.relname as owner, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and not c.relispartition and k.contype <> 'n'
      union all
      select n.nspname || '.' || c.relname, regexp_replace(pg_get_indexdef(i.indexrelid), 'CREATE (UNIQUE )?INDEX', 'index\\1')
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and not c.relispartition and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
      union all
      select p.schemaname || '.' || p.tablename, 'policy ' || p.policyname || ' ' || p.permissive || ' ' || p.cmd || ' using ' || coalesce(p.qual, '') || ' check ' || coalesce(p.with_check, '')
      from pg_policies p
      union all
      select g.table_schema || '.' || g.table_name, 'grant ' || string_agg(g.privilege_type, ', ' order by g.privilege_type) || ' to ' || g.grantee
      from information_schema.role_table_grants g join pg_namespace n on n.nspname = g.table_schema
      where ${OURS} and g.grantee like 'dayone%' and g.grantee <> 'dayone_owner' group by g.table_schema, g.table_name, g.grantee
      union all
      select g.table_schema || '.' || g.table_name, 'grant ' || g.privilege_type || ' (' || string_agg(g.column_name, ', ' order by g.column_name) || ') to ' || g.grantee
      from information_schema.column_privileges g join pg_namespace n on n.nspname = g.table_schema
      where ${OURS} and g.grantee = 'dayone_sweeper' group by g.table_schema, g.table_name, g.privilege_type, g.grantee
      union all
      select n.nspname || '.' || c.relname, 'view as ' || regexp_replace(pg_get_viewdef(c.oid), '\\s+', ' ', 'g')
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind = 'v'
    ) lines order by 1, 2`);
  return rows;
}

/** Text of `server/schema.sql`: the whole catalogue for reading and for review, not for running. */
export function schemaFile(columns: readonly Column[], rest: readonly { owner: string; line: string }[]): string {
  const tables = [...new Set(columns.map((column) => `${column.schema}.${column.table}`))];
  const blocks = tables.map((name) => {
    const own = columns.filter((column) => `${column.schema}.${column.table}` === name);
    const lines = own.map(
      (column) =>
        `  ${column.column} ${column.type}${column.nullable ? '' : ' not null'}${column.default ? ` default ${column.default}` : ''}`,
    );
    const others = rest.filter((each) => each.owner === name).map((each) => `  ${each.line}`);
    return [`-- ${name}`, ...lines, ...others].map((line, at) => (at === 0 ? line : `--${line}`)).join('\n');
  });
  return `-- The catalogue after all migrations, written by tools/generate.ts for readers and reviews. It is not run.\n\n${blocks.join('\n\n')}\n`;
}

const TYPES: readonly [RegExp, string][] = [
  [/^(uuid|text|character varying|date|numeric|time without time zone)/, 'string'],
  [/^(integer|smallint|double precision|real)$/, 'number'],
  [/^bigint$/, 'bigint'],
  [/^boolean$/, 'boolean'],
  [/^timestamp/, 'Date'],
  [/^bytea$/, 'Buffer'],
  [/^jsonb$/, 'unknown'],
];

function typeOf(column: Column): string {
  const array = column.type.endsWith('[]');
  const base = array ? column.type.slice(0, -2) : column.type;
  const known = TYPES.find(([pattern]) => pattern.test(base))?.[1];
  if (!known)
    throw new Error(`${column.schema}.${column.table}.${column.column}: no TypeScript type for ${column.type}`);
  return `${known}${array ? '[]' : ''}${column.nullable ? ' | null' : ''}`;
}

/** Text of `server/src/kernel/db/tables.gen.ts`: a row interface per table, as pg returns it. */
export function tablesFile(columns: readonly Column[]): string {
  const tables = Map.groupBy(columns, (column) => `${column.schema}.${column.table}`);
  const blocks = [...tables].map(([name, own]) => {
    const title = name
      .split(/[._]/)
      .map((word) => word[0]?.toUpperCase() + word.slice(1))
      .join('');
    return `/** ${name} */\nexport interface ${title}Row {\n${own.map((column) => `  ${column.column}: ${typeOf(column)};`).join('\n')}\n}`;
  });
  return `// Written by tools/generate.ts from the migrated database. Do not edit.\n\n${blocks.join('\n\n')}\n`;
}
