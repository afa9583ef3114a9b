import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { permit } from '../domains/identity/index.ts';
import type { Config } from '../kernel/config/index.ts';
import type { Ctx } from '../kernel/context.ts';
import { type DatabaseUrls, endPool, makeDatabase, makePool, type Pool, roleComplaint } from '../kernel/db/index.ts';
import { diskStore } from '../kernel/files/index.ts';
import { makeServer } from '../kernel/http/index.ts';
import { registerStream } from '../kernel/http/stream.ts';
import { loadWords } from '../kernel/i18n/index.ts';
import { Jobs } from '../kernel/jobs/index.ts';
import type { Logger } from '../kernel/log/index.ts';
import type { Manifest } from '../kernel/manifest.ts';
import { Dispatcher, subscribersOf } from '../kernel/outbox/index.ts';
import { Hub, Relay } from '../kernel/realtime/index.ts';
import { Sweeper } from '../kernel/sweep/sweeper.ts';
import { makeMetrics } from '../kernel/telemetry/index.ts';
import type { DrainDeps } from './advance.ts';
import { clockRoutes } from './clock-routes.ts';
import { domains } from './domains.ts';
import { registerHealth } from './health.ts';
import { kernelJobs } from './maintenance.ts';
import { opsRoutes } from './ops-routes.ts';
import { StartRefused } from './refusal.ts';
import { collectDue, collectHandlers, collectJobs, collectTopics, makeAuthenticate } from './registry.ts';
import { answerWithPage, registerStatic } from './static.ts';

export type RoleName = 'api' | 'worker' | 'mllp';

/** The running house: its context, its drain, its HTTP server, and how to stop it. */
export interface House {
  readonly ctx: Ctx;
  readonly app: FastifyInstance;
  readonly drainDeps: DrainDeps;
  readonly jobs: Jobs;
  /** Starts loops, queue, listeners and HTTP of the given roles; returns the addresses of the services. */
  start(roles: readonly RoleName[]): Promise<Record<string, string>>;
  /** Stops in order: no new work, work under way ends, connections close. */
  stop(): Promise<void>;
}

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Builds the house over a migrated database. Nothing runs until `start`. */
export async function makeHouse(input: {
  config: Config;
  urls: DatabaseUrls;
  log: Logger;
  lookupKey: string;
  manifests?: readonly Manifest[];
}): Promise<House> {
  const { config, urls, log } = input;
  const manifests = input.manifests ?? domains;
  const hub = new Hub();
  const metrics = makeMetrics();
  const pool = makePool(urls.app, config.DATABASE_POOL, 'app', log);
  const sweeperPool = makePool(urls.sweeper, 2, 'sweeper', log);
  const handlers = collectHandlers(manifests, () => ctx);
  const dues = collectDue(manifests);
  const relay = new Relay({
    url: urls.app,
    log,
    onNote: (hospitalId, hints, wake) => {
      hub.tell(hospitalId, hints);
      if (wake) dispatcher.wake();
    },
  });
  const db = makeDatabase({
    pool,
    sweeperPool,
    subscribers: subscribersOf(handlers),
    committed: (...note) => relay.tell(...note),
  });
  const complaint = await roleComplaint(db).catch(async (error: unknown) => {
    await closePools(pool, sweeperPool);
    throw error;
  });
  if (complaint) {
    await closePools(pool, sweeperPool);
    throw new StartRefused(complaint);
  }
  const ctx: Ctx = {
    config,
    log,
    db,
    hub,
    metrics,
    files: diskStore(path.join(config.dataDir, 'files')),
    words: loadWords(path.join(ROOT, 'server/src')),
    lookupKey: input.lookupKey,
  };
  const dispatcher = new Dispatcher({
    db,
    handlers,
    log,
    concurrency: Math.max(2, Math.floor(config.DATABASE_POOL / 2)),
    onOutcome: (handler, outcome) => metrics.deliveries.inc({ handler, outcome }),
  });
  const drainDeps: DrainDeps = { db, dispatcher, dues };
  const jobs = new Jobs(urls.jobs, log);
  const clock = clockRoutes(
    () => ctx,
    () => drainDeps,
  );
  const authenticate = makeAuthenticate(manifests, ctx);
  const app = await makeServer({
    ctx,
    authenticate,
    permit,
    answerWithPage,
    endpoints: [
      ...manifests.flatMap((manifest) => manifest.endpoints ?? []),
      ...clock.endpoints,
      ...opsRoutes(() => jobs),
    ],
    knownPermissions: new Set(manifests.flatMap((manifest) => manifest.permissions ?? [])),
  });
  registerStream(app, { ctx, authenticate, permit, topics: collectTopics(manifests) });
  registerHealth(app, ctx);
  await registerStatic(app, path.join(ROOT, 'web/dist'));

  const sweeper = new Sweeper(db, dues, log);
  const services: { stop(): Promise<void> }[] = [];
  let started: readonly RoleName[] = [];
  return {
    ctx,
    app,
    drainDeps,
    jobs,
    start: async (roles) => {
      started = roles;
      const addresses: Record<string, string> = {};
      await relay.start();
      await jobs.start();
      for (const service of manifests.flatMap((manifest) => manifest.services ?? [])) {
        if (!service.roles.some((role) => roles.includes(role))) continue;
        const running = await service.start(ctx);
        services.push(running);
        if (running.address) addresses[service.name] = running.address;
      }
      if (roles.includes('worker')) {
        dispatcher.start();
        sweeper.start();
        await jobs.work(ctx, { ...collectJobs(manifests), ...kernelJobs(urls.owner) });
      }
      if (roles.includes('api')) addresses['http'] = await app.listen({ port: config.PORT, host: config.HOST });
      return addresses;
    },
    stop: async () => {
      for (const service of services.splice(0)) await service.stop();
      hub.closeAll();
      await app.close();
      await clock.settled();
      if (started.includes('worker')) {
        await sweeper.stop();
        await dispatcher.stop();
      }
      await jobs.stop();
      await relay.stop();
      await closePools(pool, sweeperPool);
    },
  };
}

async function closePools(...pools: Pool[]): Promise<void> {
  for (const pool of pools) await endPool(pool);
}
