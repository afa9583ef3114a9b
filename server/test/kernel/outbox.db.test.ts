import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, endPool, makeDatabase, makePool, type Pool, sql } from '../../src/kernel/db/index.ts';
import { type HospitalId, newId } from '../../src/kernel/ids/index.ts';
import { makeLog } from '../../src/kernel/log/index.ts';
import {
  Dispatcher,
  emit,
  type Handlers,
  listParked,
  retryParked,
  subscribersOf,
} from '../../src/kernel/outbox/index.ts';
import { claim } from '../../src/kernel/outbox/store.ts';
import { cloneDatabase, type TestDatabase } from '../database.ts';

let database: TestDatabase;
let pool: Pool;
let sweeperPool: Pool;
let db: Database;
const log = makeLog('silent');
const seen: { handler: string; n: number }[] = [];
let failWith: Error | null = null;

const handlers: Handlers = new Map([
  [
    'one.on-ping',
    {
      types: ['test.ping'],
      run: async (_tx, event) => {
        if (failWith) throw failWith;
        seen.push({ handler: 'one', n: Number(event.payload['n']) });
      },
    },
  ],
  [
    'two.on-ping',
    {
      types: ['test.ping', 'test.pong'],
      run: async (_tx, event) => {
        seen.push({ handler: 'two', n: Number(event.payload['n']) });
      },
    },
  ],
]);
const dispatcher = () => new Dispatcher({ db, handlers, log, concurrency: 4 });
const hospital = () => newId<'hospital'>() as HospitalId;

beforeAll(async () => {
  database = await cloneDatabase();
  pool = makePool(database.urls.app, 8, 'test', log);
  sweeperPool = makePool(database.urls.sweeper, 1, 'test', log);
  db = makeDatabase({ pool, sweeperPool, subscribers: subscribersOf(handlers), committed: () => undefined });
});
afterAll(async () => {
  await endPool(pool);
  await endPool(sweeperPool);
  await database.drop();
});
beforeEach(() => {
  seen.length = 0;
  failWith = null;
});

const ping = (at: HospitalId, lane: string, ...ns: number[]) =>
  db.tenant(at, (tx) => emit(tx, ...ns.map((n) => ({ type: 'test.ping', lane, payload: { n } }))));

describe('outbox and deliveries', () => {
  it('an event reaches each subscribed handler once, in order within its lane', async () => {
    const at = hospital();
    const lane = newId();
    await ping(at, lane, 1, 2, 3, 4, 5);
    await Promise.all([dispatcher().drainHospital(at), dispatcher().drainHospital(at), dispatcher().drainHospital(at)]);
    await dispatcher().drainHospital(at);
    expect(seen.filter((each) => each.handler === 'one').map((each) => each.n)).toEqual([1, 2, 3, 4, 5]);
    expect(seen.filter((each) => each.handler === 'two').map((each) => each.n)).toEqual([1, 2, 3, 4, 5]);
  });

  it('nothing is emitted by a transaction that rolls back', async () => {
    const at = hospital();
    await expect(
      db.tenant(at, async (tx) => {
        await emit(tx, { type: 'test.ping', lane: newId(), payload: { n: 1 } });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await dispatcher().drainHospital(at)).toBe(0);
  });

  it('a failing handler holds its own lane only, and the other handler goes on', async () => {
    const at = hospital();
    const lane = newId();
    failWith = new Error('not yet');
    await ping(at, lane, 1, 2);
    await dispatcher().drainHospital(at);
    expect(seen).toEqual([
      { handler: 'two', n: 1 },
      { handler: 'two', n: 2 },
    ]);
    expect(await db.tenant(at, (tx) => claim(tx, new Date(), 10))).toEqual([]);
    failWith = null;
    await db.tenant(at, (tx) =>
      tx.rows(
        sql`update kernel.delivery set not_before = ${new Date(0)} where hospital_id = ${tx.hospitalId} and state = 'waiting'`,
      ),
    );
    await dispatcher().drainHospital(at);
    expect(seen.filter((each) => each.handler === 'one').map((each) => each.n)).toEqual([1, 2]);
  });

  it('after six failures the delivery parks, the lane goes on, and a person can let it run again', async () => {
    const at = hospital();
    const lane = newId();
    failWith = new Error('never');
    await ping(at, lane, 1);
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await db.tenant(at, (tx) =>
        tx.rows(
          sql`update kernel.delivery set not_before = ${new Date(0)} where hospital_id = ${tx.hospitalId} and state = 'waiting'`,
        ),
      );
      await dispatcher().drainHospital(at);
    }
    const parked = await db.tenant(at, listParked);
    expect(parked).toMatchObject([{ handler: 'one.on-ping', attempts: 6, error_code: 'Error:Error' }]);
    failWith = null;
    await ping(at, lane, 2);
    await dispatcher().drainHospital(at);
    expect(seen.filter((each) => each.handler === 'one').map((each) => each.n)).toEqual([2]);
    expect(await db.tenant(at, (tx) => retryParked(tx, parked[0]?.event_id ?? '', 'one.on-ping', new Date()))).toBe(
      true,
    );
    await dispatcher().drainHospital(at);
    expect(seen.filter((each) => each.handler === 'one').map((each) => each.n)).toEqual([2, 1]);
  });

  it('a lease that ran out is taken over, and the late holder writes nothing', async () => {
    const at = hospital();
    await ping(at, newId(), 7);
    const taken = await db.tenant(at, (tx) => claim(tx, new Date(Date.now() - 60_000), 10));
    expect(taken).toEqual([]);
    const first = await db.tenant(at, (tx) => claim(tx, new Date(), 10));
    expect(first.length).toBe(2);
    const again = await db.tenant(at, (tx) => claim(tx, new Date(Date.now() + 31_000), 10));
    expect(again.length).toBe(2);
    await dispatcher().drainHospital(at);
    await db.tenant(at, (tx) =>
      tx.rows(
        sql`update kernel.delivery set leased_until = ${new Date(0)} where hospital_id = ${tx.hospitalId} and state = 'waiting'`,
      ),
    );
    await dispatcher().drainHospital(at);
    await dispatcher().drainHospital(at);
    expect(seen.filter((each) => each.n === 7).length).toBe(2);
  });

  it('a subscriber of no event gets none, an unknown handler waits', async () => {
    const at = hospital();
    await db.tenant(at, (tx) => emit(tx, { type: 'test.silence', lane: newId(), payload: {} }));
    expect(await dispatcher().drainHospital(at)).toBe(0);
  });
});
