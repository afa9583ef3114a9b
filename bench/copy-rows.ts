import pg from 'pg';
import { makeClient } from '../server/src/kernel/db/index.ts';
import { inParallel, timed } from './figures.ts';

export interface RowGroup {
  /** Rows per table, in the order the tables can be written. */
  readonly tables: readonly { readonly table: string; readonly rows: readonly Record<string, unknown>[] }[];
}

/** Tables with a hospital_id, in the order they were made: parents before children. */
export async function tenantTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'hospital_id'
    where c.relkind in ('r', 'p') and not c.relispartition and c.relrowsecurity order by c.oid`);
  return rows.map((row) => row.name);
}

/** All rows of the hospital by table, as JSON objects. `url` is the app role's. */
export async function readRows(url: string, hospitalId: string): Promise<Map<string, Record<string, unknown>[]>> {
  const client = makeClient(url, 'bench');
  await client.connect();
  await client.query(`begin; set local app.hospital_id = '${hospitalId}'`);
  const all = new Map<string, Record<string, unknown>[]>();
  for (const table of await tenantTables(client)) {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${table} t where hospital_id = $1`,
      [hospitalId],
    );
    all.set(
      table,
      rows.map((each) => each.row),
    );
  }
  await client.query('rollback');
  await client.end();
  return all;
}

const LINKS = [
  'encounter_id',
  'plan_id',
  'call_id',
  'item_id',
  'alert_id',
  'message_id',
  'event_id',
  'assessment_id',
  'task_id',
];

/** Puts the rows into one group per patient, following ids from row to row; what belongs to nobody goes round. */
export function groupByPatient(rows: ReadonlyMap<string, readonly Record<string, unknown>[]>): RowGroup[] {
  const owner = new Map<string, string>();
  for (const each of rows.get('patients.patient') ?? []) owner.set(String(each['id']), String(each['id']));
  for (let round = 0; round < 4; round += 1) {
    for (const list of rows.values()) {
      for (const row of list) {
        const patient = patientOf(row, owner);
        if (patient && typeof row['id'] === 'string') owner.set(row['id'], patient);
      }
    }
  }
  const patients = [...new Set(owner.values())];
  const groups = new Map(patients.map((patient) => [patient, new Map<string, Record<string, unknown>[]>()]));
  let round = 0;
  for (const [table, list] of rows) {
    for (const row of list) {
      const patient = patientOf(row, owner) ?? patients[round++ % patients.length] ?? '';
      const group = groups.get(patient);
      if (group) group.set(table, [...(group.get(table) ?? []), row]);
    }
  }
  return [...groups.values()].map((tables) => ({
    tables: [...tables].map(([table, list]) => ({ table, rows: list })),
  }));
}

function patientOf(row: Record<string, unknown>, owner: ReadonlyMap<string, string>): string | undefined {
  for (const key of ['patient_id', 'lane', ...LINKS, 'id']) {
    const found = typeof row[key] === 'string' ? owner.get(row[key]) : undefined;
    if (found) return found;
  }
  return undefined;
}

/**
 * Writes the groups under another hospital as plainly as can be: one transaction a group, one statement a table, no checks but
 * the database's own. Returns the milliseconds it took.
 */
export async function writeGroups(
  url: string,
  hospitalId: string,
  groups: readonly RowGroup[],
  width: number,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: width });
  try {
    // Connections are opened before the clock starts.
    await Promise.all(Array.from({ length: width }, () => pool.query('select pg_sleep(0.05)')));
    return await timed(() => inParallel(groups, width, (group) => writeGroup(pool, hospitalId, group)));
  } finally {
    await pool.end();
  }
}

async function writeGroup(pool: pg.Pool, hospitalId: string, group: RowGroup): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`begin; set local app.hospital_id = '${hospitalId}'`);
    for (const { table, rows } of group.tables) {
      // Some rows name their hospital more than once.
      const json = JSON.stringify(rows).replaceAll(String(rows[0]?.['hospital_id']), hospitalId);
      await client.query(
        `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1) on conflict do nothing`,
        [json],
      );
    }
    await client.query('commit');
  } finally {
    client.release();
  }
}
