import { EventEmitter } from 'node:events';
import {
  Logger as GraphileLogger,
  makeWorkerUtils,
  type Runner,
  run,
  runMigrations,
  type WorkerUtils,
} from 'graphile-worker';
import { monotonicMs, wallNow } from '../clock/wall.ts';
import type { Ctx } from '../context.ts';
import { endPool, makePool, type Pool } from '../db/index.ts';
import type { Logger } from '../log/index.ts';
import { errorCode } from '../log/index.ts';
import type { JobDefinition } from '../manifest.ts';

const BEAT_MS = 10_000;
/** A worker that has not beaten for this long is dead; its jobs are freed. A minute is promised, this leaves a sweep's time. */
const DEAD_MS = 45_000;
const SCHEMA = 'jobs';

export interface FailedJob {
  id: string;
  name: string;
  attempts: number;
  error: string | null;
  since: Date;
}

/**
 * The queue for what leaves the database or takes long, on graphile-worker as the jobs role. A job is added after commit, by a
 * delivery; its key only saves work. Each worker keeps a heartbeat row, because the library frees a dead worker's jobs only
 * after four hours.
 */
export class Jobs {
  readonly #pool: Pool;
  readonly #log: Logger;
  #utils: WorkerUtils | null = null;
  #runner: Runner | null = null;
  #timer: NodeJS.Timeout | null = null;
  readonly #locking = new Set<string>();

  constructor(url: string, log: Logger) {
    this.#log = log;
    this.#pool = makePool(url, 6, 'jobs', log);
  }

  async start(): Promise<void> {
    const options = { pgPool: this.#pool, schema: SCHEMA, logger: quietLogger(this.#log) };
    await runMigrations(options);
    this.#utils = await makeWorkerUtils(options);
  }

  /** Adds a job; `key` replaces a waiting one of the same key. */
  async add(name: string, payload: { hospitalId?: string; id?: string }, key?: string): Promise<void> {
    if (!this.#utils) throw new Error('the queue is not started');
    await this.#utils.addJob(name, payload, { maxAttempts: 8, ...(key ? { jobKey: key } : {}) });
  }

  /** Runs jobs in this process until stopped. */
  async work(ctx: Ctx, jobs: Readonly<Record<string, JobDefinition>>): Promise<void> {
    const events = new EventEmitter();
    events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => this.#locking.add(workerPool.id));
    events.on('worker:create', ({ worker }: { worker: { workerId: string } }) => this.#locking.add(worker.workerId));
    const crontab = Object.entries(jobs)
      .flatMap(([name, job]) => (job.cron ? [`${job.cron} ${name}`] : []))
      .join('\n');
    this.#runner = await run({
      pgPool: this.#pool,
      schema: SCHEMA,
      logger: quietLogger(this.#log),
      events,
      noHandleSignals: true,
      concurrency: 2,
      pollInterval: 1_000,
      ...(crontab ? { crontab } : {}),
      taskList: Object.fromEntries(
        Object.entries(jobs).map(([name, job]) => [name, (payload: unknown) => runQuietly(ctx, job, payload)]),
      ),
    });
    await this.beat();
    this.#timer = setInterval(
      () => void this.beat().catch((err: unknown) => this.#log.warn({ err }, 'heartbeat failed')),
      BEAT_MS,
    ).unref();
  }

  /** Writes this process's heartbeats and frees the jobs of workers that stopped beating. */
  async beat(): Promise<void> {
    const now = wallNow();
    await this.#pool.query(
      'insert into kernel.worker_heartbeat (worker, beat_at) select w, $2 from unnest($1::text[]) w on conflict (worker) do update set beat_at = excluded.beat_at',
      [[...this.#locking], now],
    );
    const { rows } = await this.#pool.query<{ worker: string }>(
      'delete from kernel.worker_heartbeat where beat_at < $1 returning worker',
      [new Date(now.getTime() - DEAD_MS)],
    );
    if (rows.length > 0) await this.#utils?.forceUnlockWorkers(rows.map((row) => row.worker));
  }

  /** Jobs that failed for good, newest first. */
  async failed(): Promise<FailedJob[]> {
    const { rows } = await this.#pool.query<FailedJob>(
      `select id::text, task_identifier as name, attempts, left(last_error, 200) as error, updated_at as since
       from ${SCHEMA}.jobs where attempts >= max_attempts order by updated_at desc limit 100`,
    );
    return rows;
  }

  /** Gives a job that failed for good its tries again. False where there is none of that id. */
  async retry(id: string): Promise<boolean> {
    const rescheduled = await this.#utils?.rescheduleJobs([id], { attempts: 0, runAt: wallNow() });
    return (rescheduled ?? []).length > 0;
  }

  async stop(): Promise<void> {
    const began = monotonicMs();
    if (this.#timer) clearInterval(this.#timer);
    await this.#runner?.stop().catch((err: unknown) => this.#log.warn({ err }, 'queue did not stop cleanly'));
    await this.#pool
      .query('delete from kernel.worker_heartbeat where worker = any($1)', [[...this.#locking]])
      .catch(() => undefined);
    await this.#utils?.release();
    await endPool(this.#pool);
    this.#log.debug({ ms: monotonicMs() - began }, 'queue stopped');
  }
}

/** Runs a job; what it throws is kept in the queue's row, so only the error's code leaves it. */
async function runQuietly(ctx: Ctx, job: JobDefinition, payload: unknown): Promise<void> {
  try {
    await job.run(ctx, (payload ?? {}) as { id?: string });
  } catch (error) {
    const { type, code, at } = errorCode(error);
    throw new Error([type, code, at].filter(Boolean).join(' '));
  }
}

/** graphile-worker's lines may repeat an error's text; only level and the error's code are kept. */
function quietLogger(log: Logger): GraphileLogger {
  return new GraphileLogger(() => (level, _message, meta) => {
    if (level === 'error' || level === 'warning')
      log.warn({ queue: level, ...(meta?.['error'] ? { problem: errorCode(meta['error']) } : {}) }, 'queue');
  });
}
