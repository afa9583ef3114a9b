import { beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../contract/identity.ts';
import * as contract from '../../contract/index.ts';
import type { RouteSpec } from '../../contract/route.ts';
import { routes } from '../../contract/routes.gen.ts';
import { insertRole, insertStaff, putCredential } from '../src/domains/identity/index.ts';
import { hashSecret } from '../src/kernel/crypto/index.ts';
import { sql } from '../src/kernel/db/index.ts';
import { newId } from '../src/kernel/ids/index.ts';
import { kneeAtHome } from './build/knee.ts';
import { adt, knee, sendAll } from './flows/hospital-system.ts';
import { type Caller, useHouse } from './harness.ts';
import { sampleOf } from './sample.ts';

// Whatever a field is filled with, the answer is a refusal that names the matter, never an error of the house.

const test = useHouse();
type Name = keyof typeof routes;
/** Texts, figures and times a form, a script or a broken phone may send. */
const ODD: readonly unknown[] = [
  ...[
    '\u0000',
    '好\u0000',
    '\ud83d',
    '\udc00',
    '😀',
    "'; drop table patients.patient; --",
    '%',
    '../../etc/passwd',
    ' ',
  ],
  ...['', '0001-01-01', '9999-12-31', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '1900-01-01T00:00:00Z'],
  ...['999999999999_1_01980000-0000-7000-8000-000000000000', 'WzEsMl0', 'x'.repeat(600), '-1', '1e400', 'NaN'],
  ...[-1, 0, 2_147_483_648, 1e308, 0.5, null, [], {}, true],
];
/** Those that end the session, move the clock or take long whatever they are given. */
const APART: readonly string[] = ['identity.lock', 'identity.logout', 'kernel.advanceClock', 'content.importPacks'];
let everyone: Caller;
let ids: Record<string, string>;

beforeAll(async () => {
  const home = await kneeAtHome(test());
  await test().tenant(async (tx) => {
    const id = newId<'staff'>();
    await insertStaff(tx, { id, staff_no: 'EVERY', name: 'EVERY', title: null });
    for (const role of Role.options) await insertRole(tx, newId(), { staff_id: id, role, ward_id: null });
    await putCredential(tx, id, 'password', await hashSecret('dayone-demo'), tx.now);
    const plan = await tx.one(sql<{ id: string }>`
      select id from careplans.plan where hospital_id = ${tx.hospitalId} and encounter_id = ${home.encounterId}`);
    const feed = await tx.one(
      sql<{ id: string }>`select id from intake.feed where hospital_id = ${tx.hospitalId} limit 1`,
    );
    const ward = await tx.one(sql<{ id: string }>`
      select ward_id as id from encounters.encounter where hospital_id = ${tx.hospitalId} and id = ${home.encounterId}`);
    ids = { ...home, planId: plan.id, feedId: feed.id, wardId: ward.id, staffId: id, code: '8310-5' };
  });
  everyone = await test().signIn('EVERY');
});

type Input = Record<'params' | 'query' | 'body', Record<string, unknown> | undefined>;

/** The input once for each odd value in the place of each of its leaves. */
function* spoilt(input: Input): Generator<{ input: Input; at: string; odd: unknown }> {
  for (const part of ['params', 'query', 'body'] as const)
    for (const path of leavesOf(input[part], []))
      for (const odd of part === 'body' ? ODD : ODD.filter((one) => typeof one === 'string'))
        yield { input: { ...input, [part]: withLeaf(input[part], path, odd) }, at: `${part}.${path.join('.')}`, odd };
}

function leavesOf(value: unknown, path: string[]): string[][] {
  if (value === null || typeof value !== 'object') return value === undefined ? [] : [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

function withLeaf(value: unknown, [key, ...rest]: string[], odd: unknown): Record<string, unknown> {
  if (key === undefined) return odd as Record<string, unknown>;
  const inner = (value as Record<string, unknown>)[key];
  const next = withLeaf(inner, rest, odd);
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === key ? next : one)) as never;
  return { ...(value as Record<string, unknown>), [key]: next };
}

async function ask(name: Name, { params, query, body }: Input): Promise<number> {
  const { method, path } = routes[name];
  const response = await test().house.app.inject({
    method,
    url: path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(wellFormed(params?.[key]))),
    query: Object.fromEntries(Object.entries(query ?? {}).map(([key, value]) => [key, wellFormed(value)])),
    headers: {
      ...{ 'x-dayone': '1', 'content-type': 'application/json' },
      cookie: [...everyone.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
    },
    ...(body === undefined ? { headers: { 'x-dayone': '1', cookie: cookies() } } : { payload: JSON.stringify(body) }),
  });
  return response.statusCode;
}

const cookies = () => [...everyone.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
/** An address cannot hold half a sign. */
const wellFormed = (value: unknown) => String(value).toWellFormed();

const specOf = (name: Name): RouteSpec => {
  const [domain = '', verb = ''] = name.split('.');
  return (contract as unknown as Record<string, Record<string, RouteSpec>>)[domain]?.[verb] as RouteSpec;
};
const asked = (Object.keys(routes) as Name[]).filter(
  (name) => !APART.includes(name) && specOf(name).access !== 'public' && specOf(name).access !== 'intake.accept',
);

describe('odd input', () => {
  it.each(asked)('%s', async (name) => {
    const spec = specOf(name);
    const make = (schema: RouteSpec['body']) => (schema ? sampleOf(schema, ids, true) : undefined);
    const input: Input = { params: make(spec.params), query: make(spec.query), body: make(spec.body) };
    const broke: string[] = [];
    for (const each of spoilt(input)) {
      const status = await ask(name, each.input);
      if (status >= 500 || status === 401 || status === 403)
        broke.push(`${each.at} = ${JSON.stringify(each.odd)}: ${status}`);
    }
    expect(broke).toEqual([]);
  });

  it('a cookie of nonsense is nobody', async () => {
    for (const cookie of ['dayone=de%00mo.x', 'dayone=%00.%00', 'dayone=.', 'dayone=demo.%F0%9F', 'dayone=demo.a.b'])
      expect((await test().house.app.inject({ url: '/api/me', headers: { cookie } })).statusCode, cookie).toBe(401);
  });
});

describe('a sign that cannot be kept', () => {
  it('puts a message aside and lets the next one of the line through', async () => {
    const now = await test().now();
    const spoiltName = adt('A01', knee(71, now, { name: '试\u0000空' }), now);
    const spoiltControl = adt('A01', knee(72, now), now, 'T\u0000X');
    const padded = `${adt('A01', knee(73, now), now)}\u0000`;
    expect(await sendAll(test().mllp, [spoiltName, spoiltControl, padded])).toEqual(['AA', 'AA', 'AA']);
    await test().drain();
    const rows = await test().tenant((tx) =>
      tx.rows(sql<{ state: string; problem_code: string | null; problem_path: string | null }>`
        select state, problem_code, problem_path from intake.raw_message where hospital_id = ${tx.hospitalId} order by id`),
    );
    expect(rows).toEqual([
      { state: 'quarantined', problem_code: 'charset', problem_path: 'PID-5' },
      // The control id only files the message; it is kept without the sign.
      { state: 'processed', problem_code: null, problem_path: null },
      { state: 'processed', problem_code: null, problem_path: null },
    ]);
  });
});

describe('a time nobody can mean', () => {
  it.each(['9999-12-30T00:00:00Z', '2031-03-05T00:00:00Z'])('an admission at %s is put aside', async (at) => {
    const now = await test().now();
    await sendAll(test().mllp, [adt('A01', knee(81, now, { admittedAt: new Date(at), visit: at.slice(0, 10) }), now)]);
    await test().drain();
    const [row] = await test().tenant((tx) =>
      tx.rows(sql`
        select state, problem_code, problem_path from intake.raw_message where hospital_id = ${tx.hospitalId} order by id desc limit 1`),
    );
    expect(row).toEqual({ state: 'quarantined', problem_code: 'time-in-future', problem_path: 'PV1-44' });
  });

  it('a death ahead is not recorded from the call screen either', async () => {
    const status = await everyone.ask('calls.holdFromCall', {
      params: { callId: ids['callId'] ?? '' },
      body: { id: newId(), reason: 'died', diedAt: '2099-01-01T00:00:00Z' } as never,
    });
    expect(status).toMatchObject({ status: 422, body: { type: 'urn:dayone:patients:death-ahead' } });
  });
});
