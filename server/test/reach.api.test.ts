import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { Role } from '../../contract/identity.ts';
import * as contract from '../../contract/index.ts';
import type { RouteSpec } from '../../contract/route.ts';
import { routes } from '../../contract/routes.gen.ts';
import {
  hospitalByCode,
  insertRole,
  insertStaff,
  insertWard,
  putCredential,
  systemScope,
  wardByCode,
} from '../src/domains/identity/index.ts';
import { ROLES } from '../src/domains/identity/permissions.ts';
import { raise, record } from '../src/domains/monitoring/index.ts';
import { recordConsent, setHold } from '../src/domains/patients/index.ts';
import { hashSecret } from '../src/kernel/crypto/index.ts';
import { type Statement, sql, type Tx } from '../src/kernel/db/index.ts';
import { type HospitalId, newId } from '../src/kernel/ids/index.ts';
import { kneeAtHome } from './build/knee.ts';
import { type Caller, useHouse } from './harness.ts';
import { fieldsOf, sampleOf } from './sample.ts';

// Walks every route of the contract. A new route is covered by being there; one whose input cannot be made fails by its name.

const test = useHouse();
type Ids = Readonly<Record<string, string>>;
type Name = keyof typeof routes;

const specOf = (name: Name): RouteSpec => {
  const [domain = '', verb = ''] = name.split('.');
  return (contract as unknown as Record<string, Record<string, RouteSpec>>)[domain]?.[verb] as RouteSpec;
};
/** What ends the session comes last. */
const LAST: readonly string[] = ['identity.lock', 'identity.logout'];
const ALL = (Object.keys(routes) as Name[]).sort((a, b) => LAST.indexOf(a) - LAST.indexOf(b));
const CLOSED = ALL.filter((name) => specOf(name).access !== 'public');
const partsOf = ({ params, query, body }: RouteSpec): z.ZodType[] =>
  [params, query, body].filter((part) => part !== undefined);
const idsIn = (name: Name, ids: Ids): string[] =>
  [...new Set(partsOf(specOf(name)).flatMap(fieldsOf))].filter((field) => field in ids);

interface Input {
  readonly params?: Record<string, unknown> | undefined;
  readonly query?: Record<string, unknown> | undefined;
  readonly body?: Record<string, unknown> | undefined;
}
/** Input of a route about the things with these ids; fields that may be left out are given where they name one of them. */
function inputOf(name: Name, ids: Ids): Input {
  const spec = specOf(name);
  const make = (schema: z.ZodType | undefined) => {
    if (!schema) return undefined;
    const least = sampleOf(schema, ids);
    const named = fieldsOf(schema).filter((field) => field in ids);
    if (named.every((field) => field in least)) return least;
    return sampleOf(schema, ids, true);
  };
  return { params: make(spec.params), query: make(spec.query), body: make(spec.body) };
}

async function ask(
  name: Name,
  who: Caller | null,
  input: Input,
  headers: Record<string, string> = { 'x-dayone': '1' },
) {
  const { method, path } = routes[name];
  const url = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(input.params?.[key])));
  const response = await test().house.app.inject({
    method,
    url,
    query: Object.fromEntries(Object.entries(input.query ?? {}).map(([key, value]) => [key, String(value)])),
    headers: {
      ...headers,
      ...(who ? { cookie: [...who.cookies].map(([key, value]) => `${key}=${value}`).join('; ') } : {}),
    },
    ...(input.body === undefined ? {} : { payload: input.body }),
  });
  return response.statusCode;
}

/** Ids nobody has. */
const NOWHERE: Ids = Object.fromEntries(
  [
    ...['patientId', 'encounterId', 'wardId', 'callId', 'planId', 'taskId', 'alertId', 'itemId', 'readingId'],
    ...['relativeId', 'holdId', 'consentId', 'shiftId', 'absenceId', 'staffId', 'coverStaffId', 'messageId', 'feedId'],
  ].map((field) => [field, newId()]),
);
let ours: Ids;
let theirs: Ids;
let head: Caller;
let elsewhere: Caller;

beforeAll(async () => {
  const hash = await hashSecret('dayone-demo');
  await test().tenant(async (tx) => {
    for (const role of Role.options) await person(tx, `R-${role}`, [role], null, hash);
  });
  const other = await hospitalByCode(test().house.ctx.db, 'other');
  await test().house.ctx.db.tenant(other?.id as HospitalId, async (tx) => {
    await insertWard(tx, { id: newId(), code: 'GK1', name: '骨科', specialty: '骨科', phone: null });
    await person(tx, 'W1', ['head-nurse', 'case-manager', 'administrator', 'integration-engineer'], null, hash);
  });
  ours = await everythingOf('GK1');
  theirs = await everythingOf('XN1');
  head = await test().signIn('H100');
  elsewhere = await test().signIn('W1', 'other');
});

async function person(tx: Tx, staffNo: string, roles: Role[], wardId: string | null, hash: string): Promise<void> {
  const id = newId<'staff'>();
  await insertStaff(tx, { id, staff_no: staffNo, name: staffNo, title: null });
  for (const role of roles) await insertRole(tx, newId(), { staff_id: id, role, ward_id: wardId as never });
  await putCredential(tx, id, 'password', hash, tx.now);
}

/** A patient of the ward with one of each thing a route may name. */
async function everythingOf(ward: string): Promise<Ids> {
  const { patientId, encounterId, callId, itemId } = await kneeAtHome(test(), {
    ward,
    relatives: [{ name: '张强', relationship: '儿子', phones: [] }],
  });
  return test().tenant(async (tx) => {
    const scope = systemScope(tx.hospitalId);
    const only = async (statement: Statement<{ id: string }>) => (await tx.one(statement)).id;
    const [readingId, holdId, consentId, shiftId, absenceId] = [newId(), newId(), newId(), newId(), newId()];
    await record(tx, scope, {
      ...{ id: readingId, patientId, encounterId, code: '8310-5', value: '36.6', unit: 'Cel', source: 'staff' },
      effectiveAt: tx.now,
    });
    await setHold(tx, scope, { id: holdId, patientId, encounterId, reason: 'dispute' });
    await recordConsent(tx, scope, {
      ...{ id: consentId, patientId, encounterId, purpose: 'marketing', state: 'refused', textVersion: '1' },
      ...{ method: 'verbal', givenBy: 'patient', givenByName: null },
    });
    const text = { 'zh-CN': '伤口', en: 'wound' };
    const sourceRef = { kind: 'call' as const, id: callId };
    const alert = { patientId, encounterId, ruleKey: 'sign:wound', severity: 'red' as const, reason: text, sourceRef };
    const alertId = await raise(tx, scope, alert);
    const wardId = (await wardByCode(tx, ward))?.id ?? '';
    const staffId = await only(sql`
      select staff_id as id from identity.staff_role
      where hospital_id = ${tx.hospitalId} and ward_id = ${wardId} and role = 'head-nurse'`);
    await tx.rows(sql`
      insert into identity.shift (hospital_id, id, ward_id, staff_id, duty, starts_at, ends_at)
      values (${tx.hospitalId}, ${shiftId}, ${wardId}, ${staffId}, 'nurse', ${tx.now}, ${new Date(tx.now.getTime() + 1000)})`);
    await tx.rows(sql`
      insert into identity.absence (hospital_id, id, staff_id, from_on, to_on)
      values (${tx.hospitalId}, ${absenceId}, ${staffId}, '2031-06-01', '2031-06-02')`);
    const planId = await only(sql`
      select id from careplans.plan where hospital_id = ${tx.hospitalId} and encounter_id = ${encounterId}`);
    return {
      ...{ patientId, encounterId, callId, itemId, readingId, holdId, consentId, shiftId, absenceId, alertId, planId },
      ...{ wardId, staffId, coverStaffId: staffId },
      taskId: await only(sql`
        select id from careplans.task where hospital_id = ${tx.hospitalId} and plan_id = ${planId} order by id limit 1`),
      relativeId: await only(sql`
        select id from patients.related_person where hospital_id = ${tx.hospitalId} and patient_id = ${patientId}`),
    };
  });
}

describe('every route that is not public', () => {
  it('knows how it is asked', () => {
    for (const name of ALL) expect(() => inputOf(name, NOWHERE), name).not.toThrow();
  });

  it('answers a stranger 401, whatever is asked', async () => {
    for (const name of CLOSED) {
      expect(await ask(name, null, inputOf(name, NOWHERE)), name).toBe(401);
      expect(await ask(name, null, { params: inputOf(name, NOWHERE).params, body: {} }), name).toBe(401);
    }
  });

  it('refuses a write that a page of another site could send', async () => {
    for (const name of ALL.filter((one) => routes[one].method !== 'GET'))
      expect([401, 403], name).toContain(
        await ask(name, specOf(name).access === 'intake.accept' ? null : head, inputOf(name, NOWHERE), {}),
      );
  });

  it.each(Role.options)('answers %s 403 exactly where the role lacks the permission', async (role) => {
    const who = await test().signIn(`R-${role}`);
    for (const name of CLOSED) {
      const status = await ask(name, who, inputOf(name, NOWHERE));
      const may = ROLES[role].may.includes(specOf(name).access);
      expect(status === 403, `${name} answered ${status}`).toBe(!may);
      expect(status, name).toBeLessThan(500);
      expect(status, name).not.toBe(401);
    }
  });

  it('answers 423 behind a locked screen, but for who I am and signing out', async () => {
    const who = await test().signIn('H100');
    await who.ok('identity.lock');
    for (const name of CLOSED.filter((one) => specOf(one).access !== 'identity.me'))
      expect(await ask(name, who, inputOf(name, ours)), name).toBe(423);
    expect(await ask('identity.me', who, {})).toBe(200);
  });
});

/** Routes that name something of a ward, its patients or its people. */
const named = CLOSED.filter(
  (name) => idsIn(name, NOWHERE).length > 0 && ROLES['head-nurse'].may.includes(specOf(name).access),
);

describe('a route that names something', () => {
  it('answers 404 for what the other ward has, and nothing happens there', async () => {
    const before = await traces(theirs);
    for (const name of named) expect(await ask(name, head, inputOf(name, theirs)), name).toBe(404);
    expect(await traces(theirs)).toEqual(before);
  });

  it('answers 404 for ids nobody has', async () => {
    for (const name of named) expect(await ask(name, head, inputOf(name, NOWHERE)), name).toBe(404);
  });

  it('answers 404 in another hospital', async () => {
    for (const name of CLOSED.filter((one) => idsIn(one, ours).length > 0))
      expect([403, 404], name).toContain(await ask(name, elsewhere, inputOf(name, ours)));
  });

  it('does not mix ours with one thing of the other ward', async () => {
    const before = await traces(theirs);
    const taken: string[] = [];
    for (const name of named)
      for (const field of idsIn(name, ours)) {
        // Taking away what is not there is done already; that nothing happened is asked below.
        if (idsIn(name, ours).length < 2 || routes[name].method === 'DELETE') continue;
        const status = await ask(name, head, inputOf(name, { ...ours, [field]: theirs[field] ?? '' }));
        if (status < 400 || status >= 500) taken.push(`${name} took ${field}: ${status}`);
      }
    expect(taken).toEqual([]);
    expect(await traces(theirs)).toEqual(before);
  });

  it('is there for the own ward', async () => {
    const lost: string[] = [];
    for (const name of named) {
      const status = await ask(name, head, inputOf(name, ours));
      if ([401, 403, 404, 423].includes(status) || status >= 500) lost.push(`${name}: ${status}`);
    }
    expect(lost).toEqual([]);
  });
});

/** What was told and written down about the patient so far. */
function traces(ids: Ids): Promise<{ told: number; written: number }> {
  return test().tenant((tx) =>
    tx.one(sql<{ told: number; written: number }>`
      select (select count(*)::int from kernel.outbox where hospital_id = ${tx.hospitalId} and lane = ${ids['patientId']}) as told,
        (select count(*)::int from kernel.audit where hospital_id = ${tx.hospitalId} and patient_id = ${ids['patientId']}) as written`),
  );
}
