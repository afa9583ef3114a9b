import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from './database.ts';

const MAIN = path.resolve(import.meta.dirname, '../src/main.ts');
const folders: string[] = [];
let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(async () => {
  await database.drop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dayone-start-'));
  folders.push(folder);
  return folder;
}

/** Starts the program as an operator would, with nothing of the test's environment but PATH. */
function start(env: Record<string, string>, args: string[] = []) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOST: '127.0.0.1',
      MLLP_HOST: '127.0.0.1',
      PORT: '0',
      MLLP_PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }));
  });
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', () => {
      if (out.includes('Dayone')) resolve();
    });
  });
  return { child, ended, ready };
}

describe('the program', () => {
  it('explains itself, and names a word it does not know', async () => {
    expect(await start({}, ['--help']).ended).toMatchObject({
      code: 0,
      out: expect.stringMatching(/api[\s\S]*worker[\s\S]*mllp[\s\S]*all/),
    });
    expect(await start({}, ['--verbose']).ended).toMatchObject({ code: 2, out: expect.stringContaining('--verbose') });
  });

  it('starts on an empty folder, stops on SIGTERM, and starts again on its data', async () => {
    const DATA_DIR = newFolder();
    for (const round of ['cold', 'warm']) {
      const run = start({ DATA_DIR });
      await run.ready;
      run.child.kill('SIGTERM');
      const { code, out, err } = await run.ended;
      expect({ round, code, err }).toEqual({ round, code: 0, err: '' });
      expect(out).toContain('npm run feed');
    }
  });

  it('takes up the database that a killed start left running', async () => {
    const DATA_DIR = newFolder();
    const killed = start({ DATA_DIR });
    await killed.ready;
    killed.child.kill('SIGKILL');
    await killed.ended;
    const again = start({ DATA_DIR });
    await again.ready;
    expect(await start({ DATA_DIR }, ['--demo-reset']).ended).toMatchObject({
      code: 1,
      err: expect.stringContaining('stop it first'),
    });
    again.child.kill('SIGINT');
    expect(await again.ended).toMatchObject({ code: 0, err: '' });
    expect(await start({ DATA_DIR }, ['--demo-reset']).ended).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    ['a setting that cannot be used', { PORT: 'eighty' }, 'PORT'],
    [
      'a database that cannot be reached',
      { DATABASE_URL: 'postgres://dayone_app:x@127.0.0.1:1/dayone' },
      'ECONNREFUSED',
    ],
  ])('says in one sentence: %s', async (_what, env, said) => {
    const { code, err } = await start({ DATA_DIR: newFolder(), ...env }).ended;
    expect(code).toBe(1);
    expect(err.trim().split('\n').length).toBe(1);
    expect(err).toContain(said);
  });

  it('says in one sentence that a port is taken', async () => {
    const blocker = net.createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const address = blocker.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    for (const name of ['PORT', 'MLLP_PORT']) {
      const { code, err } = await start({ DATA_DIR: newFolder(), [name]: port }).ended;
      expect({ name, code, lines: err.trim().split('\n').length }).toEqual({ name, code: 1, lines: 1 });
      expect(err).toContain(port);
    }
    blocker.close();
  });

  it('refuses a role that row-level security does not bind, with the statement that mends it', async () => {
    const superuser = start({
      DATA_DIR: newFolder(),
      DATABASE_URL: database.superuser,
      DATABASE_OWNER_URL: database.urls.owner,
      DATABASE_JOBS_URL: database.urls.jobs,
      DATABASE_SWEEPER_URL: database.urls.sweeper,
    });
    const { code, err } = await superuser.ended;
    expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(err).toContain('NOSUPERUSER NOBYPASSRLS');
  });

  it('refuses one login for all roles, and a wrong password', async () => {
    const one = await start({ DATA_DIR: newFolder(), DATABASE_URL: database.superuser }).ended;
    expect(one).toMatchObject({ code: 1, err: expect.stringContaining('dayone_app') });
    const wrong = await start({ DATA_DIR: newFolder(), DATABASE_URL: database.urls.app.replace(/:[^:@]+@/, ':wrong@') })
      .ended;
    expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('28P01') });
  });

  it('says what is wrong with a data folder of another version or with damage', async () => {
    const older = newFolder();
    mkdirSync(path.join(older, 'postgres'));
    writeFileSync(path.join(older, 'postgres/PG_VERSION'), '12\n');
    expect(await start({ DATA_DIR: older }).ended).toMatchObject({
      code: 1,
      err: expect.stringContaining('PostgreSQL 12'),
    });
    const damaged = newFolder();
    mkdirSync(path.join(damaged, 'postgres'));
    writeFileSync(path.join(damaged, 'postgres/PG_VERSION'), '18\n');
    const { code, err } = await start({ DATA_DIR: damaged }).ended;
    expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(err).toContain('DATA_DIR');
  });
});
