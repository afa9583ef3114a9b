import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { sql } from '../../src/kernel/db/index.ts';
import { type TestHouse, useHouse } from '../harness.ts';
import { adt, knee, sendAll } from './hospital-system.ts';

const test = useHouse();
const MAIN = path.resolve(import.meta.dirname, '../../src/main.ts');
const COUNT = 120;
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'dayone-killed-'));
const workers: ChildProcess[] = [];
afterAll(() => {
  for (const worker of workers) worker.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

/** A worker of its own process, on the test's database. */
function startWorker(): ChildProcess {
  const { urls } = test().database;
  const worker = spawn(process.execPath, [MAIN, 'worker'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      DATA_DIR: dataDir,
      DATABASE_URL: urls.app,
      DATABASE_OWNER_URL: urls.owner,
      DATABASE_JOBS_URL: urls.jobs,
      DATABASE_SWEEPER_URL: urls.sweeper,
      DATABASE_POOL: '6',
    },
    stdio: 'ignore',
  });
  workers.push(worker);
  return worker;
}

const done = (house: TestHouse) =>
  house.tenant((tx) =>
    tx.one(sql<{ done: number; waiting: number }>`
      select count(*) filter (where state = 'done')::int as done, count(*) filter (where state <> 'done')::int as waiting
      from kernel.delivery where hospital_id = ${tx.hospitalId}`),
  );

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

it('a worker killed in mid-drain loses nothing and does nothing twice', async () => {
  const now = await test().now();
  const messages = Array.from({ length: COUNT }, (_, n) =>
    adt('A03', knee(n, new Date(now.getTime() - 3_600_000)), now),
  );
  expect((await sendAll(test().mllp, messages)).filter((code) => code !== 'AA')).toEqual([]);
  let killed = 0;
  for (const share of [0.15, 0.4, 0.7]) {
    const worker = startWorker();
    // Each stay makes about a dozen deliveries; the worker dies somewhere in the middle of them, three times.
    await until(async () => (await done(test())).done > COUNT * 8 * share);
    worker.kill('SIGKILL');
    killed += 1;
  }
  expect((await done(test())).waiting).toBeGreaterThan(0);
  startWorker();
  // Leases of the dead run out after 30 s.
  await until(async () => (await done(test())).waiting === 0);
  const counts = await test().tenant((tx) =>
    tx.one(sql<Record<string, number>>`
        select (select count(*)::int from encounters.encounter where hospital_id = ${tx.hospitalId}) as stays,
          (select count(*)::int from patients.patient where hospital_id = ${tx.hospitalId}) as patients,
          (select count(*)::int from careplans.plan where hospital_id = ${tx.hospitalId} and state = 'active') as plans,
          (select count(*)::int from calls.call where hospital_id = ${tx.hospitalId}) as calls,
          (select count(*)::int from worklist.item where hospital_id = ${tx.hospitalId} and kind = 'call' and state = 'open') as items,
          (select count(distinct encounter_id)::int from calls.call where hospital_id = ${tx.hospitalId}) as called,
          (select count(*)::int from kernel.delivery where hospital_id = ${tx.hospitalId} and state = 'parked') as parked`),
  );
  expect({ killed, ...counts }).toEqual({
    killed: 3,
    stays: COUNT,
    patients: COUNT,
    plans: COUNT,
    calls: COUNT,
    items: COUNT,
    called: COUNT,
    parked: 0,
  });
}, 240_000);
