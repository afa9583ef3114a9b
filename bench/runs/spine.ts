import { withClient } from '../../server/src/app/postgres/index.ts';
import { systemScope } from '../../server/src/domains/identity/index.ts';
import { record } from '../../server/src/domains/monitoring/index.ts';
import { sql } from '../../server/src/kernel/db/index.ts';
import { newId } from '../../server/src/kernel/ids/index.ts';
import { adt, knee, sendAll } from '../../server/test/flows/hospital-system.ts';
import { groupByPatient, readRows, writeGroups } from '../copy-rows.ts';
import { inParallel, percentile, report, timed } from '../figures.ts';
import { type BenchHouse, startBenchHouse } from '../house.ts';

const WIDTH = 8;

/**
 * The spine: discharges a second from the socket to the laid-out plan, readings a second stored and judged, the worklist's 95th
 * percentile; each beside raw SQL writing or reading the same rows on the same database in the same run.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const stays = Number(args[0] ?? 400);
  const bench = await startBenchHouse();
  try {
    process.stdout.write(`spine: ${stays} discharges, ${WIDTH} connections, PostgreSQL with fsync\n`);
    await discharges(bench, stays);
    await readings(bench, 2_000);
    await worklist(bench, 200_000);
  } finally {
    await bench.stop();
  }
}

async function discharges(bench: BenchHouse, stays: number): Promise<void> {
  const { house, hospitalId, urls } = bench;
  const now = await house.ctx.db.tenant(hospitalId, async (tx) => tx.now);
  const before = await readRows(urls.app, hospitalId);
  const messages = Array.from({ length: stays }, (_, n) =>
    adt('A03', knee(n, new Date(now.getTime() - 3_600_000)), now),
  );
  const lines = 4;
  const took = await timed(async () => {
    const address = bench.addresses['mllp'] ?? '';
    await Promise.all(
      Array.from({ length: lines }, (_, line) =>
        sendAll(
          address,
          messages.filter((_m, at) => at % lines === line),
        ),
      ),
    );
    for (;;) {
      const waiting = await house.ctx.db.tenant(hospitalId, (tx) =>
        tx.one(sql<{ n: number; plans: number }>`
        select (select count(*)::int from kernel.delivery where hospital_id = ${tx.hospitalId} and state = 'waiting') as n,
          (select count(*)::int from careplans.plan where hospital_id = ${tx.hospitalId}) as plans`),
      );
      if (waiting.n === 0 && waiting.plans === stays) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  const after = await readRows(urls.app, hospitalId);
  const grown = new Map(
    [...after]
      .map(([table, rows]) => [table, rows.slice(before.get(table)?.length ?? 0)] as const)
      .filter(([, rows]) => rows.length > 0),
  );
  const count = [...grown.values()].reduce((sum, rows) => sum + rows.length, 0);
  const twin = await twinHospital(bench, before);
  const floor = await writeGroups(urls.app, twin, groupByPatient(grown), WIDTH);
  report(
    'discharges, socket to laid-out plan',
    '/s',
    stays / (took / 1000),
    stays / (floor / 1000),
    'more',
    `${(count / stays).toFixed(0)} rows each`,
  );
}

/** Another hospital with the same wards, people and packs, for writing the same rows a second time. */
async function twinHospital(
  bench: BenchHouse,
  rows: ReadonlyMap<string, readonly Record<string, unknown>[]>,
): Promise<string> {
  const twin = newId();
  const parents = new Map([...rows].filter(([table]) => table.startsWith('identity.') || table.startsWith('content.')));
  await writeGroups(
    bench.urls.app,
    twin,
    [{ tables: [...parents].map(([table, list]) => ({ table, rows: list })) }],
    1,
  );
  return twin;
}

async function readings(bench: BenchHouse, count: number): Promise<void> {
  const { house, hospitalId } = bench;
  const scope = systemScope(hospitalId);
  const patients = await house.ctx.db.tenant(hospitalId, (tx) =>
    tx.rows(sql<{ id: string }>`select id from patients.patient where hospital_id = ${tx.hospitalId} limit 200`),
  );
  const now = await house.ctx.db.tenant(hospitalId, async (tx) => tx.now);
  const work = Array.from({ length: count }, (_, n) => ({
    patient: patients[n % patients.length]?.id ?? '',
    at: new Date(now.getTime() - Math.floor(n / patients.length) * 600_000 - n),
    value: (36 + (n % 14) / 10).toFixed(1),
  }));
  const samples: number[] = [];
  const took = await timed(() =>
    inParallel(work, WIDTH, async ({ patient, at, value }) => {
      samples.push(
        await timed(() =>
          house.ctx.db.tenant(hospitalId, (tx) =>
            record(tx, scope, {
              id: newId(),
              patientId: patient,
              encounterId: null,
              code: '8310-5',
              value,
              unit: 'Cel',
              effectiveAt: at,
              source: 'device',
            }),
          ),
        ),
      );
    }),
  );
  const raw = await timed(() =>
    inParallel(work, WIDTH, ({ patient, at, value }) =>
      house.ctx.db.tenant(hospitalId, (tx) => {
        const id: string = newId();
        return tx.rows(sql`
        insert into monitoring.reading (hospital_id, id, patient_id, code, kind, value, unit, source, effective_at, recorded_at, dedupe_key)
        values (${tx.hospitalId}, ${id}, ${patient}, '8310-5', 'body-temperature', ${value}, 'Cel', 'device', ${new Date(at.getTime() - 86_400_000)}, ${tx.now}, ${id})`);
      }),
    ),
  );
  report(
    'readings stored and judged',
    '/s',
    count / (took / 1000),
    count / (raw / 1000),
    'more',
    `p95 ${percentile(samples, 0.95).toFixed(1)} ms`,
  );
}

async function worklist(bench: BenchHouse, items: number): Promise<void> {
  const { house, hospitalId, urls } = bench;
  await fill(bench, items);
  const cookie = await signIn(bench);
  const wardId = await house.ctx.db.tenant(
    hospitalId,
    async (tx) =>
      (
        await tx.one(
          sql<{ id: string }>`select id from identity.ward where hospital_id = ${tx.hospitalId} and code = 'GK1'`,
        )
      ).id,
  );
  const ours: number[] = [];
  const floor: number[] = [];
  await withClient(urls.app, async (client) => {
    for (let round = 0; round < 220; round += 1) {
      const ms = await timed(async () => {
        const response = await house.app.inject({
          method: 'GET',
          url: '/api/worklist',
          query: { wardId, limit: '50' },
          headers: { cookie },
        });
        if (response.statusCode !== 200) throw new Error(`worklist answered ${response.statusCode}`);
      });
      const raw = await timed(async () => {
        await client.query(`begin; set local app.hospital_id = '${hospitalId}'`);
        const { rows } = await client.query({
          name: 'items',
          text: `select * from worklist.item where hospital_id = $1 and ward_id = $2 and state = 'open' order by rank, due_at, id limit 51`,
          values: [hospitalId, wardId],
        });
        await client.query({
          name: 'people',
          text: 'select id, name, sex, born_on, form_of_address from patients.patient where hospital_id = $1 and id = any($2)',
          values: [hospitalId, rows.map((row: { patient_id: string }) => row.patient_id)],
        });
        await client.query('commit');
      });
      // The first rounds fill caches and prepare statements.
      if (round >= 20) {
        ours.push(ms);
        floor.push(raw);
      }
    }
  });
  report(
    `worklist page of 50 among ${items} items, p95`,
    'ms',
    percentile(ours, 0.95),
    percentile(floor, 0.95),
    'less',
    `p50 ${percentile(ours, 0.5).toFixed(1)} ms against ${percentile(floor, 0.5).toFixed(1)} ms`,
  );
}

/** Many items of the past and a few thousand open ones, written as rows. */
async function fill(bench: BenchHouse, items: number): Promise<void> {
  await bench.house.ctx.db.tenant(bench.hospitalId, async (tx) => {
    for (let start = 0; start < items; start += 20_000) {
      await tx.rows(sql`
        insert into worklist.item (hospital_id, id, kind, patient_id, encounter_id, ward_id, ref_kind, ref_id, title, reason, urgency, rank, due_at, owner_role, state, level_since, opened_at)
        select ${tx.hospitalId}, gen_random_uuid(), 'call', i.patient_id, i.encounter_id, i.ward_id, 'bench', gen_random_uuid(), i.title, i.reason, n % 4, n % 12,
          ${tx.now}::timestamptz + n * interval '1 minute', 'nurse', case when n % 50 = 0 then 'open' else 'done' end, ${tx.now}, ${tx.now}
        from generate_series(${start}::int, ${start + 19_999}::int) n
        join (select w.*, row_number() over (order by w.id) - 1 as place, count(*) over () as all_of from worklist.item w
          where w.hospital_id = ${tx.hospitalId} and w.ref_kind <> 'bench') i on i.place = n % i.all_of
        returning 1`);
    }
  });
  await withClient(bench.urls.owner, (client) => client.query('analyze worklist.item'));
}

async function signIn(bench: BenchHouse): Promise<string> {
  const response = await bench.house.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'x-dayone': '1' },
    payload: { hospital: 'demo', staffNo: 'H100', password: 'dayone-demo' },
  });
  return response.cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ');
}
