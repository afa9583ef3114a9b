import { describe, expect, test } from 'vitest';
import { plantTree } from '../plant.ts';
import { lintSql, lintTypeScript } from './lint.ts';
import { lintMigration } from './migrations.ts';
import { lintPlace } from './place.ts';
import { readTables } from './tables.ts';

const river = ['spring', 'delta', 'sea'].map((name) => ({
  name,
  owns: { zh: '水', en: 'water' },
  readsViews: name === 'sea',
}));

const FIRST = `
-- kind: tenant
create table spring.drop (
  hospital_id uuid not null,
  id uuid not null,
  size_ml integer not null constraint drop_size_check check (size_ml > 0),
  due_at timestamptz,
  constraint drop_pkey primary key (hospital_id, id)
);
-- kind: reference
create table spring.code (code text not null, constraint code_pkey primary key (code));
-- kind: tenant
create table delta.mud (
  hospital_id uuid not null,
  drop_id uuid not null,
  constraint mud_pkey primary key (hospital_id, drop_id),
  constraint mud_drop_fkey foreign key (hospital_id, drop_id) references spring.drop (hospital_id, id) on delete cascade
);
create table spring.drop_default partition of spring.drop default;
create view spring.v_drop with (security_invoker=true) as select hospital_id, id from spring.drop;
`;
const tables = readTables([FIRST]);

const migration = (sql: string, file = 'server/migrations/202611220001-spring-plant.sql'): string[] =>
  lintMigration(file, sql, tables, river).map((finding) => finding.rule);
const store = (code: string, file = 'server/src/domains/spring/store.ts'): string[] =>
  lintTypeScript(file, code, tables, river).map((finding) => finding.rule);
const query = (sql: string, file?: string): string[] => store(`const q = sql\`${sql}\`;`, file);

describe('what the migrations say', () => {
  test('tables and kinds are read, a partition follows its parent', () => {
    expect(Object.fromEntries(tables)).toEqual({
      'spring.drop': 'tenant',
      'spring.code': 'reference',
      'delta.mud': 'tenant',
      'spring.drop_default': 'tenant',
    });
  });

  test('clean migrations are accepted', () => {
    expect(migration(FIRST, 'server/migrations/202611220001-delta-create.sql')).toEqual([]);
    expect(migration('alter table spring.drop add constraint a_check check (size_ml < 9);')).toEqual([]);
    expect(migration('alter table spring.drop add column a text, add column b text;')).toEqual([]);
    expect(migration('alter table spring.drop alter column size_ml set default 3;')).toEqual([]);
    expect(migration('-- as restrictive, merge into: words of a comment\nselect 1;')).toEqual([]);
    expect(migration("comment on table spring.drop is 'create trigger; deferrable';")).toEqual([]);
  });

  test.each([
    ['set-config', "select set_config('app.hospital_id', 'x', true);"],
    ['restrictive-policy', 'create policy p on spring.drop as restrictive using (true);'],
    ['merge', 'merge into spring.code c using spring.code d on true when matched then do nothing;'],
    ['trigger', 'create trigger t before update on spring.drop execute function f();'],
    [
      'trigger',
      'create or replace function f() returns void language sql as $$ create trigger t after insert on x; $$;',
    ],
    [
      'deferrable',
      'alter table delta.mud add constraint c unique (hospital_id, drop_id) deferrable initially deferred;',
    ],
    [
      'set-null',
      'alter table delta.mud add constraint c foreign key (hospital_id, drop_id) references spring.drop (hospital_id, id) on delete set null (drop_id);',
    ],
    [
      'set-null',
      'alter table delta.mud add constraint c foreign key (hospital_id, drop_id) references spring.drop (hospital_id, id) on update set default;',
    ],
    ['detach-concurrently', 'alter table spring.drop detach partition spring.drop_default concurrently;'],
    ['constraint-alone', 'alter table spring.drop add column a text, add constraint a_check check (a > 1);'],
    ['unnamed-constraint', 'alter table spring.drop add check (size_ml < 9);'],
    ['unnamed-constraint', '-- kind: reference\ncreate table spring.a (id uuid primary key);'],
    ['unnamed-constraint', '-- kind: reference\ncreate table spring.a (id uuid, unique (id));'],
    [
      'unnamed-constraint',
      '-- kind: reference\ncreate table spring.a (id uuid, code text references spring.code (code));',
    ],
    ['kind-missing', 'create table spring.a (id uuid);'],
    ['view-invoker', 'create view spring.v_a as select hospital_id from spring.drop;'],
    [
      'key-upstream',
      'alter table spring.drop add constraint c foreign key (hospital_id, id) references delta.mud (hospital_id, drop_id);',
    ],
    ['business-now', '-- kind: reference\ncreate table spring.a (at timestamptz default now());'],
    ['tenant-without-hospital', 'update spring.drop set size_ml = 1;'],
    [
      'schema-or-data',
      'alter table spring.drop add column a text; update spring.drop set a = 1 where hospital_id is not null;',
    ],
  ])('%s: %s', (rule, sql) => {
    expect(migration(sql)).toContain(rule);
  });

  test('a tenant table without the column, and a file of no domain', () => {
    const bare = '-- kind: tenant\ncreate table spring.bare (id uuid not null);';
    const found = lintMigration('server/migrations/202611220001-spring-a.sql', bare, readTables([bare]), river);
    expect(found.map((finding) => finding.rule)).toEqual(['tenant-without-column']);
    expect(migration('select 1;', 'server/migrations/1-ocean.sql')).toEqual(['migration-name']);
  });
});

describe('what the stores say', () => {
  test.each([
    'select id from spring.drop where hospital_id = ${h}',
    'insert into spring.drop (hospital_id, id, due_at) values (${h}, gen_random_uuid(), ${at})',
    'insert into spring.drop (hospital_id, id) select ${h}, unnest(${ids}::uuid[]) returning id',
    'insert into spring.drop (hospital_id, id) values (${h}, ${i}) on conflict (hospital_id, id) do update set due_at = excluded.due_at',
    'update spring.drop set due_at = ${at} where hospital_id = ${h} and id in (select id from spring.drop where hospital_id = ${h} for update skip locked) returning id',
    'select code from spring.code',
    'select 1 from kernel.file where hospital_id = ${h}',
  ])('accepted: %s', (sql) => {
    expect(query(sql)).toEqual([]);
  });

  test.each([
    ['set-config', 'select set_config(${a}, ${b}, true)'],
    ['merge', 'merge into spring.drop d using spring.code c on d.hospital_id = ${h} when matched then delete'],
    ['volatile-in-update', 'update spring.drop set id = gen_random_uuid() where hospital_id = ${h}'],
    ['volatile-in-update', 'update spring.drop d set size_ml = random() where hospital_id = ${h}'],
    ['volatile-in-update', 'update spring.drop set due_at = clock_timestamp() where hospital_id = ${h}'],
    [
      'now-after-do-update',
      'insert into spring.drop (hospital_id) values (${h}) on conflict (hospital_id, id) do update set due_at = now()',
    ],
    ['business-now', 'select id from spring.drop where hospital_id = ${h} and due_at < now()'],
    ['business-now', 'select id from spring.drop where hospital_id = ${h} and due_at::date = current_date'],
    ['insert-select', 'insert into spring.drop (hospital_id, id) select ${h}, unnest(${ids})'],
    ['insert-select', 'with a as (insert into spring.drop (hospital_id, id) select ${h}, ${i}) select 1 returning'],
    ['values-subselect', 'insert into spring.drop (hospital_id, id) values (${h}, (select code from spring.code))'],
    ['tenant-without-hospital', 'select id from spring.drop where id = ${id}'],
    ['tenant-without-hospital', 'delete from spring.drop where id = ${id}'],
    [
      'tenant-without-hospital',
      'update spring.drop set size_ml = 1 where hospital_id = ${h} and id in (select id from spring.drop)',
    ],
    [
      'tenant-without-hospital',
      'select 1 from spring.drop d, spring.v_drop v, spring.drop e where d.hospital_id = ${h}',
    ],
    ['move-hospital', 'update spring.drop set size_ml = 1, hospital_id = ${h} where hospital_id = ${g}'],
    ['own-schema', 'select drop_id from delta.mud where hospital_id = ${h}'],
    ['own-schema', 'select id from delta.v_mud where hospital_id = ${h}'],
  ])('%s: %s', (rule, sql) => {
    expect(query(sql)).toContain(rule);
  });

  test('a reading domain may read published views, and only views', () => {
    const sea = 'server/src/domains/sea/store.ts';
    expect(query('select id from spring.v_drop where hospital_id = ${h}', sea)).toEqual([]);
    expect(query('select id from spring.drop where hospital_id = ${h}', sea)).toEqual(['own-schema']);
  });

  test('a join names hospital_id for each table', () => {
    const kernel = 'server/src/kernel/sweep.ts';
    expect(
      query('select 1 from spring.drop d join delta.mud m on m.drop_id = d.id where d.hospital_id = ${h}', kernel),
    ).toEqual(['tenant-without-hospital']);
    expect(
      query('select 1 from spring.drop d join delta.mud m using (hospital_id) where d.hospital_id = ${h}', kernel),
    ).toEqual([]);
  });

  test('fragments, strings of a connection and builder chains are read', () => {
    expect(
      store('const mine = sql`hospital_id = ${h}`;\nconst q = sql`select id from spring.drop where ${mine}`;'),
    ).toEqual([]);
    expect(store("await client.query('select id from spring.drop where id = $1', [id]);")).toEqual([
      'tenant-without-hospital',
    ]);
    expect(store("db.selectFrom('spring.drop').select('id').where('id', '=', id).execute();")).toEqual([
      'tenant-without-hospital',
    ]);
    expect(store("db.selectFrom('spring.drop').select('id').where('hospital_id', '=', h).execute();")).toEqual([]);
  });

  test('only the kernel may look at every hospital, and says why; it may use the wall clock for leases', () => {
    const sql = '/* every hospital: readiness counts what waits */ select count(*) from spring.drop';
    expect(query(sql, 'server/src/kernel/ready.ts')).toEqual([]);
    expect(query(sql)).toEqual(['tenant-without-hospital']);
    expect(
      query('update kernel.lease set leased_until = now() where hospital_id = ${h}', 'server/src/kernel/lease.ts'),
    ).toEqual([]);
    expect(
      query('select 1 from kernel.due where hospital_id = ${h} and due_at <= now()', 'server/src/kernel/due.ts'),
    ).toEqual(['business-now']);
  });
});

describe('where SQL stands', () => {
  const place = (file: string, code: string): string[] =>
    lintPlace(file, code).map((finding) => finding.message.split(':')[0] ?? '');

  test.each([
    ['takes sql', 'server/src/domains/spring/pour.ts', "import { sql } from '../../kernel/db/index.ts';"],
    ['takes sql', 'server/src/domains/spring/pour.ts', "import { sql as raw } from '../../kernel/db/index.ts';"],
    ['an sql template', 'server/src/app/compose.ts', 'const q = sql`select 1`;'],
    ['an sql template', 'server/src/domains/spring/pour.db.test.ts', 'const q = sql`select 1`;'],
    ['an sql template', 'server/test/build/spring.ts', 'const q = sql`select 1`;'],
    ['insertInto', 'server/src/domains/spring/pour.ts', "db.insertInto('spring.drop').values(row);"],
  ])('%s is refused in %s', (message, file, code) => {
    expect(place(file, code)).toContain(message);
  });

  test.each([
    'server/src/kernel/outbox/emit.ts',
    'server/src/domains/spring/store.ts',
    'server/src/domains/spring/drop.store.ts',
    'server/src/domains/spring/store/drop.ts',
    'server/test/catalogue.db.test.ts',
  ])('SQL may stand in %s', (file) => {
    expect(place(file, "import { sql } from 'x';\nconst q = sql`select 1`;")).toEqual([]);
  });
});

test('a tree is linted whole, with file and line', () => {
  using tree = plantTree({
    'river.json': JSON.stringify({ domains: river }),
    'server/migrations/202611220001-delta-create.sql': FIRST,
    'server/migrations/schema.sql': 'create table unheard.of (id uuid primary key);',
    'server/src/domains/spring/store.ts': 'const a = 1;\nconst q = sql`\n  select id\n  from spring.drop`;\n',
  });
  const { findings, migrations, sources } = lintSql(tree.root);
  expect({ migrations, sources }).toEqual({ migrations: 1, sources: 1 });
  expect(findings.map(({ file, line, rule }) => [file, line, rule])).toEqual([
    ['server/src/domains/spring/store.ts', 3, 'tenant-without-hospital'],
  ]);
});

test('the SQL of the real tree is seen', () => {
  const { migrations, templates, tables: known } = lintSql(process.cwd());
  expect(migrations).toBeGreaterThanOrEqual(4);
  expect(templates).toBeGreaterThanOrEqual(30);
  expect([...known.values()].filter((kind) => kind === 'tenant').length).toBeGreaterThanOrEqual(15);
});
