import { rmSync } from 'node:fs';
import path from 'node:path';
import { monotonicMs, wallNow } from '../kernel/clock/wall.ts';
import { type Config, ConfigError, readConfig } from '../kernel/config/index.ts';
import type { DatabaseUrls } from '../kernel/db/index.ts';
import { makeLog } from '../kernel/log/index.ts';
import { MigrationError, migrate, readMigrations } from '../kernel/migrate/index.ts';
import { makePartitions } from '../kernel/migrate/partitions.ts';
import type { Arguments } from './arguments.ts';
import { greet } from './greeting.ts';
import { makeHouse } from './house.ts';
import { externalDatabase } from './postgres/external.ts';
import { EmbeddedPostgresError, embeddedDatabase, isRunning, withClient } from './postgres/index.ts';
import { StartRefused } from './refusal.ts';
import { seedDemo } from './seed.ts';

interface Terminal {
  print(line: string): void;
  complain(line: string): void;
}

const MIGRATIONS = path.resolve(import.meta.dirname, '../../migrations');

/**
 * The whole life of the program: settings, database, migrations, demo, house, until a signal. Whatever an operator can mend is
 * one sentence on stderr and exit code 1.
 */
export async function runProgram(env: NodeJS.ProcessEnv, args: Arguments, terminal: Terminal): Promise<number> {
  const began = monotonicMs();
  const stops: (() => Promise<void>)[] = [];
  const signalled = waitForSignal();
  try {
    const config = readConfig(env);
    if (args.demoReset) return resetDemo(config, terminal);
    const { urls, lookupKey, stop } = await openDatabase(config);
    stops.push(stop);
    await withClient(urls.owner, async (client) => {
      await migrate(client, readMigrations(MIGRATIONS));
      await makePartitions(client, wallNow());
    });
    if (args.migrateOnly) return 0;
    const house = await makeHouse({ config, urls, lookupKey, log: makeLog(config.LOG_LEVEL) });
    stops.push(() => house.stop());
    if (config.demo) await seedDemo(house);
    const addresses = await house.start(args.roles);
    greet(terminal.print, config, addresses, Math.round(monotonicMs() - began));
    await signalled.promise;
    terminal.print('正在停止… stopping');
    return 0;
  } catch (error) {
    terminal.complain(explain(error));
    return 1;
  } finally {
    for (const stop of stops.reverse()) await stop();
    signalled.forget();
  }
}

/** SIGTERM and Ctrl-C stop everything in order; a second Ctrl-C while stopping is ignored so that PostgreSQL can finish. */
function waitForSignal(): { promise: Promise<void>; forget: () => void } {
  let heard: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const alive = setInterval(() => undefined, 60_000);
  process.on('SIGTERM', heard);
  process.on('SIGINT', heard);
  return {
    promise,
    forget: () => {
      clearInterval(alive);
      process.off('SIGTERM', heard);
      process.off('SIGINT', heard);
    },
  };
}

async function openDatabase(
  config: Config,
): Promise<{ urls: DatabaseUrls; lookupKey: string; stop: () => Promise<void> }> {
  if (!config.embedded) return externalDatabase(config);
  const { urls, postgres, lookupKey } = await embeddedDatabase(config.dataDir);
  return { urls, lookupKey, stop: () => postgres.stop() };
}

function resetDemo(config: Config, terminal: Terminal): number {
  if (!config.embedded || !config.demo) {
    terminal.complain(
      '只有内置数据库的演示医院可以清空。 / Only the demo hospital of an embedded database can be reset.',
    );
    return 1;
  }
  if (isRunning(config.dataDir)) {
    terminal.complain(
      '程序还在运行，请先停止再清空。 / The program is still running on this data folder: stop it first, nothing was emptied.',
    );
    return 1;
  }
  rmSync(path.join(config.dataDir, 'postgres'), { recursive: true, force: true });
  rmSync(path.join(config.dataDir, 'files'), { recursive: true, force: true });
  terminal.print(
    '演示数据已清空，下次 npm start 会重新装入。 / The demo was emptied; the next npm start loads it anew.',
  );
  return 0;
}

/** One clear sentence for what went wrong at start. */
function explain(error: unknown): string {
  if (
    error instanceof ConfigError ||
    error instanceof EmbeddedPostgresError ||
    error instanceof MigrationError ||
    error instanceof StartRefused
  )
    return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const port = portOf(error) || (error instanceof Error ? portOf(error.cause) : '');
  if (code === 'EADDRINUSE' || code === 'port-in-use')
    return `端口 ${port} 已被占用，请用 PORT 或 MLLP_PORT 换一个。 / Port ${port} is taken: choose another with PORT or MLLP_PORT.`;
  if (code === 'EACCES')
    return `没有权限使用这个端口或文件夹。 / No permission for the port or folder: ${error instanceof Error ? error.message : ''}`;
  if (code === 'ENOSPC') return '磁盘已满，请清理后再启动。 / The disk is full.';
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT'].includes(code))
    return `连不上 DATABASE_URL 指的数据库（${code}）。 / The database of DATABASE_URL cannot be reached (${code}).`;
  if (['28P01', '28000', '3D000'].includes(code))
    return `数据库拒绝登录或没有这个库（${code}），请检查 DATABASE_URL。 / The database refused the login or does not exist (${code}): check DATABASE_URL.`;
  return `启动失败 / start failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

function portOf(error: unknown): string {
  return error instanceof Error && 'port' in error ? String(error.port) : '';
}
