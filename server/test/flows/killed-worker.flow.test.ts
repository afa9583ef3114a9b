import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { useHouse } from '../harness.ts';
import { countAll } from '../rows.ts';
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
    await until(async () => (await countAll(test())).done > COUNT * 8 * share);
    worker.kill('SIGKILL');
    killed += 1;
  }
  expect((await countAll(test())).undone).toBeGreaterThan(0);
  startWorker();
  // Leases of the dead run out after 30 s.
  await until(async () => (await countAll(test())).undone === 0);
  expect({ killed, ...(await countAll(test())) }).toMatchObject({
    killed: 3,
    patients: COUNT,
    stays: COUNT,
    plans: COUNT,
    calls: COUNT,
    called: COUNT,
    items: COUNT,
    parked: 0,
  });
}, 240_000);
