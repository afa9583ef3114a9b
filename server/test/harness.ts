import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { type RouteTypes, routes } from '../../contract/routes.gen.ts';
import { DEMO_HOSPITAL } from '../../tools/seed/people.ts';
import { advance, drain } from '../src/app/advance.ts';
import { type House, makeHouse } from '../src/app/house.ts';
import { seedDemo } from '../src/app/seed.ts';
import { insertHospital } from '../src/domains/identity/index.ts';
import { readConfig } from '../src/kernel/config/index.ts';
import type { Tx } from '../src/kernel/db/index.ts';
import type { HospitalId } from '../src/kernel/ids/index.ts';
import { newId } from '../src/kernel/ids/index.ts';
import { makeLog } from '../src/kernel/log/index.ts';
import { atLocal } from '../src/kernel/time/index.ts';
import { cloneDatabase, type TestDatabase } from './database.ts';

/** Hospital time at which every test house wakes: a Monday morning in Shanghai, ahead of the wall so that it can be set. */
export const START = atLocal('2031-03-03', '08:00', 'Asia/Shanghai');

type Name = keyof RouteTypes & keyof typeof routes;
type Given<N extends Name> = Partial<Pick<RouteTypes[N], 'params' | 'query' | 'body'>>;

/** One signed-in person: calls routes of the contract over real HTTP injection. */
export interface Caller {
  /** Status and parsed body. */
  ask<N extends Name>(
    name: N,
    input?: Given<N>,
  ): Promise<{ status: number; body: RouteTypes[N]['reply'] & { type?: string } }>;
  /** The body; fails the test where the status is not 200 or 204. */
  ok<N extends Name>(name: N, input?: Given<N>): Promise<RouteTypes[N]['reply']>;
  readonly cookies: Map<string, string>;
}

export interface TestHouse {
  readonly house: House;
  readonly hospitalId: HospitalId;
  readonly database: TestDatabase;
  /** Where HL7 messages are heard. */
  readonly mllp: string;
  /** Lines the log has written; must hold no name and no phone. */
  readonly logLines: string[];
  tenant<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Carries deliveries and due work until quiet. */
  drain(): Promise<void>;
  /** Moves hospital time to the instant, stopping at each due instant on the way. */
  advanceTo(to: Date): Promise<void>;
  advanceHours(hours: number): Promise<void>;
  now(): Promise<Date>;
  /** Signs in a person of the demo hospital by staff number (tools/seed/people.ts). */
  signIn(staffNo: string, hospital?: string): Promise<Caller>;
  stranger(): Caller;
  stop(): Promise<void>;
}

/** Builds a house on a database of its own, with the demo hospital, its clock at START, nothing running but what a test drives. */
export async function makeTestHouse(): Promise<TestHouse> {
  const database = await cloneDatabase();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'dayone-data-'));
  const logLines: string[] = [];
  const config = readConfig({
    DATA_DIR: dataDir,
    PORT: '0',
    MLLP_PORT: '0',
    HOST: '127.0.0.1',
    MLLP_HOST: '127.0.0.1',
    DEMO: '1',
    DATABASE_POOL: '6',
  });
  const house = await makeHouse({
    config,
    urls: database.urls,
    lookupKey: database.secrets.lookupKey,
    log: makeLog('info', { write: (line) => void logLines.push(line) }),
  });
  await insertHospital(house.ctx.db, {
    ...DEMO_HOSPITAL,
    id: newId<'hospital'>(),
    code: 'other',
    name: '另一家医院',
    name_en: 'Other Hospital',
    created_at: new Date(),
  });
  const hospitalId = await seedDemo(house, START);
  // The listener runs as in life; deliveries and due work move only when the test drains.
  const { mllp = '' } = await house.start(['mllp']);
  const tenant = <T>(work: (tx: Tx) => Promise<T>) => house.ctx.db.tenant(hospitalId, work);
  const now = () => tenant(async (tx) => tx.now);
  const advanceTo = (to: Date) => advance(house.drainDeps, hospitalId, to);
  return {
    house,
    hospitalId,
    database,
    mllp,
    logLines,
    tenant,
    now,
    advanceTo,
    drain: () => drain(house.drainDeps, hospitalId),
    advanceHours: async (hours) => advanceTo(new Date((await now()).getTime() + hours * 3_600_000)),
    signIn: async (staffNo, hospital = DEMO_HOSPITAL.code) => {
      const caller = makeCaller(house);
      await caller.ok('identity.login', { body: { hospital, staffNo, password: 'dayone-demo' } });
      return caller;
    },
    stranger: () => makeCaller(house),
    stop: async () => {
      await house.stop();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A test file's house, made before its tests and taken down after them. */
export function useHouse(): () => TestHouse {
  let made: TestHouse | undefined;
  beforeAll(async () => {
    made = await makeTestHouse();
  });
  afterAll(async () => {
    await made?.stop();
  });
  return () => {
    if (!made) throw new Error('the house is not built yet');
    return made;
  };
}

function makeCaller(house: House): Caller {
  const cookies = new Map<string, string>();
  const ask: Caller['ask'] = async (name, input = {}) => {
    const { method, path: pattern } = routes[name];
    const params = (input.params ?? {}) as Record<string, string>;
    const url = pattern.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
    const response = await house.app.inject({
      method,
      url,
      query: Object.fromEntries(
        Object.entries((input.query ?? {}) as Record<string, unknown>).flatMap(([key, value]) =>
          value === undefined ? [] : [[key, String(value)]],
        ),
      ),
      headers: { 'x-dayone': '1', cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
      ...(input.body === undefined ? {} : { payload: input.body as object }),
    });
    for (const cookie of response.cookies) cookies.set(cookie.name, cookie.value);
    return { status: response.statusCode, body: (response.body === '' ? undefined : response.json()) as never };
  };
  return {
    ask,
    cookies,
    ok: async (name, input) => {
      const { status, body } = await ask(name, input);
      expect(status, `${name}: ${JSON.stringify(body)}`).toBeLessThan(300);
      return body;
    },
  };
}
