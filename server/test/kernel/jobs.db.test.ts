import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { withClient } from '../../src/app/postgres/index.ts';
import type { Ctx } from '../../src/kernel/context.ts';
import { Jobs } from '../../src/kernel/jobs/index.ts';
import { makeLog } from '../../src/kernel/log/index.ts';
import { cloneDatabase, type TestDatabase } from '../database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

describe('the queue', () => {
  it('runs a job, and frees the jobs of a worker that stopped beating', async () => {
    const done: string[] = [];
    const jobs = new Jobs(database.urls.jobs, makeLog('silent'));
    await jobs.start();
    await jobs.add('test:work', { id: 'a' });
    // A worker that died with the job in its hands, a minute ago.
    await withClient(database.superuser, async (client) => {
      await client.query(
        `update jobs._private_jobs set locked_by = 'ghost', locked_at = clock_timestamp(), attempts = 1`,
      );
      await client.query(
        `insert into kernel.worker_heartbeat values ('ghost', clock_timestamp() - interval '60 seconds')`,
      );
    });
    await jobs.work({} as Ctx, { 'test:work': { run: async (_ctx, payload) => void done.push(payload.id ?? '') } });
    await vi.waitFor(() => expect(done).toEqual(['a']), { timeout: 10_000 });
    await jobs.stop();
    await withClient(database.superuser, async (client) => {
      expect((await client.query('select 1 from kernel.worker_heartbeat')).rows).toEqual([]);
    });
  });
});
