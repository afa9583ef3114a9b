import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { processEnv } from '../../kernel/config/index.ts';
import { EmbeddedPostgresError, program } from './binaries.ts';

export interface EmbeddedPostgres {
  readonly port: number;
  /** True when a server left running by an earlier start was found and is used. */
  readonly reused: boolean;
  /** Stops the server; resolves when it has written its checkpoint. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly folder: string;
  readonly superuserPassword: string;
  /** Tests only: trades durability for speed. */
  readonly unsafeFast?: boolean;
}

const MAJOR = '18';
const NEEDED_BYTES = 300 * 1024 * 1024;
const ENVIRONMENT = { PATH: processEnv()['PATH'] ?? '', LC_ALL: 'C.UTF-8', HOME: '/nonexistent' };

/**
 * Starts PostgreSQL in `folder/postgres`, making the data folder at the first start. A server already running there (after a
 * killed parent) is reused. Throws EmbeddedPostgresError with one sentence when the disk is full or the folder is damaged.
 */
export async function startPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const data = path.join(options.folder, 'postgres');
  const running = findRunning(data);
  if (running) return { port: running.port, reused: true, stop: () => stopPid(running.pid) };
  if (!existsSync(path.join(data, 'PG_VERSION'))) initialise(options, data);
  const version = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR) {
    throw new EmbeddedPostgresError(
      `数据目录由 PostgreSQL ${version} 建立，本程序内置 ${MAJOR}：请先升级或换一个 DATA_DIR。 / The data folder was made by PostgreSQL ${version}; this build brings ${MAJOR}.`,
    );
  }
  const port = await freePort();
  const child = await launch(options, data, port);
  return { port, reused: false, stop: () => stopPid(child.pid ?? 0) };
}

function initialise(options: EmbeddedOptions, data: string): void {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const free = statfsSync(options.folder);
  if (free.bavail * free.bsize < NEEDED_BYTES) throw diskFull();
  const passwordFile = path.join(options.folder, 'initial-password');
  writeFileSync(passwordFile, options.superuserPassword, { mode: 0o600 });
  try {
    // ctype C would make Chinese full text and trigrams return nothing; the builtin provider needs no system locale.
    const { command, args, uid, gid, needsOwnership } = program('initdb', [
      '-D',
      data,
      '-U',
      'postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--lc-collate=C',
      '--lc-ctype=C.UTF-8',
      '--lc-messages=C',
      ...(options.unsafeFast ? ['--no-sync'] : []),
    ]);
    if (needsOwnership) for (const each of [options.folder, passwordFile]) chownSync(each, uid ?? 0, gid ?? 0);
    const made = spawnSync(command, [...args], {
      ...(uid === undefined ? {} : { uid, gid }),
      env: ENVIRONMENT,
      encoding: 'utf8',
    });
    if (made.status !== 0) {
      rmSync(data, { recursive: true, force: true });
      throw explain(made.stderr || made.stdout || String(made.error?.message ?? ''));
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function launch(options: EmbeddedOptions, data: string, port: number): Promise<ChildProcess> {
  // Statistics soon after a table grows: plans made while it was empty read it whole (3,000 stays took 135 s instead of 52 s).
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=128MB',
    'log_min_messages=warning',
    'timezone=UTC',
    ...(options.unsafeFast
      ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum_naptime=1']
      : ['autovacuum_naptime=15']),
  ];
  const { command, args, uid, gid } = program('postgres', [
    '-D',
    data,
    '-p',
    String(port),
    ...settings.flatMap((setting) => ['-c', setting]),
  ]);
  // Detached: Ctrl-C in the terminal must reach this program only, which then stops PostgreSQL in order.
  const child = spawn(command, [...args], {
    ...(uid === undefined ? {} : { uid, gid }),
    env: ENVIRONMENT,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.once('error', (error) => reject(new EmbeddedPostgresError(error.message)));
    child.once('exit', () => reject(explain(said)));
    child.stderr?.on('data', (chunk: Buffer) => {
      if (said.length < 20_000) said += chunk.toString();
      if (said.includes('ready to accept connections')) resolve();
    });
  });
  child.removeAllListeners('exit');
  child.unref();
  if (child.stderr instanceof net.Socket) child.stderr.unref();
  return child;
}

/** True while a server runs on the data folder, started by whomever. */
export function isRunning(folder: string): boolean {
  return findRunning(path.join(folder, 'postgres')) !== null;
}

function findRunning(data: string): { pid: number; port: number } | null {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  if (!pid || !port || !isAlive(pid) || !isPostgres(pid)) return null;
  return { pid, port };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** After a reboot another program may have the number; Linux tells by the command line, elsewhere the pid is trusted. */
function isPostgres(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return !existsSync(file) || readFileSync(file, 'utf8').includes('postgres');
}

async function stopPid(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 30_000 && isAlive(pid); waited += 20)
    await new Promise((resolve) => setTimeout(resolve, 20));
  if (isAlive(pid)) process.kill(pid, 'SIGQUIT');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const diskFull = () =>
  new EmbeddedPostgresError(
    '磁盘空间不足（至少需要 300 MB），数据没有改动，请清理后再启动。 / The disk is full: at least 300 MB are needed; nothing was changed.',
  );

function explain(said: string): EmbeddedPostgresError {
  if (/No space left on device/i.test(said)) return diskFull();
  const reason =
    said
      .split('\n')
      .find((line) => /FATAL|PANIC|error/i.test(line))
      ?.trim() ??
    said.trim().split('\n').at(-1) ??
    '';
  return new EmbeddedPostgresError(
    `数据目录里的数据库打不开：${reason}。请换一个 DATA_DIR 或从备份恢复。 / The database in the data folder cannot be started: ${reason}`,
  );
}
