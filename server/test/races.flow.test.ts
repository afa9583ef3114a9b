import { beforeAll, describe, expect, it } from 'vitest';
import { buildMessage } from '../../protocols/hl7v2/index.ts';
import { systemScope } from '../src/domains/identity/index.ts';
import { raise } from '../src/domains/monitoring/index.ts';
import { type Statement, sql } from '../src/kernel/db/index.ts';
import { newId } from '../src/kernel/ids/index.ts';
import { type Knee, kneeAtHome } from './build/knee.ts';
import { adt, dtm, knee, sendAll } from './flows/hospital-system.ts';
import { type Caller, useHouse } from './harness.ts';

// Two hands at once: every write comes twice at the same moment, from two people or from a screen that did not hear its answer.

const test = useHouse();
let one: Caller;
let two: Caller;
let at: Knee;

beforeAll(async () => {
  one = await test().signIn('N101');
  two = await test().signIn('N102');
  at = await kneeAtHome(test());
});

const count = (statement: Statement<{ n: number }>) => test().tenant(async (tx) => (await tx.one(statement)).n);
const told = (type: string, patientId: string) =>
  count(sql`
    select count(*)::int as n from kernel.outbox
    where hospital_id = ${test().hospitalId} and lane = ${patientId} and type = ${type}`);
const statuses = async (asks: Promise<{ status: number }>[]) => (await Promise.all(asks)).map(({ status }) => status);
const wait = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
/** Drains until what lost a race has had its second try. */
async function settle() {
  for (let round = 0; round < 4; round += 1) {
    await Promise.all([test().drain(), test().drain()]);
    await wait(1_100);
  }
}
const failures = () =>
  count(
    sql`select count(*)::int as n from kernel.delivery where hospital_id = ${test().hospitalId} and state <> 'done'`,
  );

describe('the same write twice at once', () => {
  const times = [0, 1, 2, 3, 4, 5];

  it('one consent', async () => {
    const params = { patientId: at.patientId, consentId: newId() };
    const body = { purpose: 'community', state: 'refused', textVersion: '1', method: 'verbal', givenBy: 'patient' };
    const asks = times.map((n) =>
      (n % 2 ? one : two).ask('patients.putConsent', {
        params,
        body: { ...body, givenByName: null, encounterId: null } as never,
      }),
    );
    expect(await statuses(asks)).toEqual(times.map(() => 204));
    expect(await told('consent.refused', at.patientId)).toBe(1);
  });

  it('one reading and one alert', async () => {
    const params = { patientId: at.patientId, readingId: newId() };
    const body = { code: '8310-5', value: '39.2', unit: 'Cel', effectiveAt: (await test().now()).toISOString() };
    const answers = await Promise.all(
      times.map((n) => (n % 2 ? one : two).ask('monitoring.recordReading', { params, body: body as never })),
    );
    expect(answers.map(({ status }) => status)).toEqual(times.map(() => 200));
    expect(new Set(answers.flatMap(({ body: { alerts } }) => alerts.map((alert) => alert.id))).size).toBeLessThan(2);
    expect(await told('reading.recorded', at.patientId)).toBe(1);
  });

  it('one answer and its alert, which every repeat is told', async () => {
    const { questions } = await one.ok('calls.callOf', { params: { callId: at.callId } });
    const choices = questions.flatMap((each) =>
      each.kind === 'choice'
        ? each.options.map(({ id, severity }) => ({ question: each.id, option: id, severity }))
        : [],
    );
    const { question = '', option = '' } = choices.find(({ severity }) => severity === 'red') ?? {};
    const saveId = newId();
    const answers = await Promise.all(
      times.map(() =>
        one.ask('calls.saveAnswer', {
          params: { callId: at.callId, questionId: question },
          body: { saveId, version: 0, value: { kind: 'choice', option } },
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(times.map(() => 200));
    expect(new Set(answers.map(({ body }) => body.raised?.alertId)).size).toBe(1);
    expect(answers[0]?.body.raised?.severity).toBe('red');
  });

  it('one of two nurses takes an item, and one version is one resolution', async () => {
    const other = await kneeAtHome(test());
    const item = await one.ok('worklist.itemOf', { params: { itemId: other.itemId } });
    const take = { params: { itemId: other.itemId }, body: { version: item.version } };
    const both = await statuses([one.ask('worklist.takeItem', take), two.ask('worklist.takeItem', take)]);
    expect(both.sort()).toEqual([200, 409]);

    const alertId = await test().tenant((tx) =>
      raise(tx, systemScope(tx.hospitalId), {
        ...{ patientId: other.patientId, encounterId: other.encounterId, ruleKey: 'sign:wound', severity: 'red' },
        ...{ reason: { 'zh-CN': '伤口', en: 'wound' }, sourceRef: { kind: 'call', id: other.callId } },
      }),
    );
    const { version } = await one.ok('monitoring.readAlert', { params: { alertId } });
    const close = { params: { alertId }, body: { version, actions: ['called-patient'], useful: true } as never };
    const closed = await statuses([
      one.ask('monitoring.resolveAlert', close),
      two.ask('monitoring.resolveAlert', close),
    ]);
    expect(closed.sort()).toEqual([200, 409]);
    expect(await told('alert.closed', other.patientId)).toBe(1);
  });

  it('one end of a call', async () => {
    const other = await kneeAtHome(test());
    const { version } = await one.ok('calls.callOf', { params: { callId: other.callId } });
    const body = { version, outcome: 'declined', spokeWith: 'patient', seconds: 60 } as const;
    const ends = times.map((n) =>
      (n % 2 ? one : two).ask('calls.finishCall', { params: { callId: other.callId }, body }),
    );
    for (const status of await statuses(ends)) expect([200, 409]).toContain(status);
    expect(await told('call.finished', other.patientId)).toBe(1);
    expect(await told('task.completed', other.patientId)).toBe(1);
  });

  it('one hold', async () => {
    const other = await kneeAtHome(test());
    const hold = { params: { patientId: other.patientId, holdId: newId() }, body: { reason: 'dispute' } as never };
    const sets = times.map((n) => (n % 2 ? one : two).ask('patients.setHold', hold));
    expect(await statuses(sets)).toEqual(times.map(() => 204));
    expect(await told('hold.set', other.patientId)).toBe(1);
  });
});

describe('two lines at once', () => {
  it('bring one new patient and one stay', async () => {
    const now = await test().now();
    const stay = knee(901, new Date(now.getTime() - 3_600_000));
    // The second line knows the same record number by another visit format and says more.
    const lines = [[adt('A01', stay, now)], [adt('A03', stay, now)], [adt('A08', stay, now)], [adt('A03', stay, now)]];
    await Promise.all(lines.map((line) => sendAll(test().mllp, line)));
    await settle();
    expect(
      await count(sql`
      select count(distinct patient_id)::int as n from patients.identifier
      where hospital_id = ${test().hospitalId} and value = ${stay.mrn}`),
    ).toBe(1);
    expect(
      await count(sql`
      select count(*)::int as n from patients.patient where hospital_id = ${test().hospitalId} and name = ${stay.name}`),
    ).toBe(1);
    expect(
      await count(sql`
      select count(*)::int as n from careplans.plan p join encounters.encounter e on e.hospital_id = p.hospital_id and e.id = p.encounter_id
      where p.hospital_id = ${test().hospitalId} and e.visit_no = ${stay.visit}`),
    ).toBe(1);
    expect(await failures()).toBe(0);
  });

  it('one discharges while the other merges: nothing is left with the alias', async () => {
    const now = await test().now();
    const old = knee(910, new Date(now.getTime() - 3_600_000));
    await sendAll(test().mllp, [
      adt('A01', { ...old, mrn: 'M-OLD' }, now),
      adt('A01', { ...old, visit: 'V-NEW', mrn: 'M-NEW', name: '试新' }, now),
    ]);
    await test().drain();
    await Promise.all([
      sendAll(test().mllp, [adt('A03', { ...old, mrn: 'M-OLD' }, now)]),
      sendAll(test().mllp, [merge('M-OLD', 'M-NEW', '试新', now)]),
    ]);
    await settle();
    const aliases = await count(sql`
      select count(*)::int as n from patients.patient where hospital_id = ${test().hospitalId} and merged_into is not null`);
    expect(aliases).toBe(1);
    for (const table of [
      'careplans.plan',
      'careplans.task',
      'channels.message',
      'worklist.item',
      'calls.call',
      'encounters.encounter',
    ])
      expect(
        await count(sql`
          select count(*)::int as n from ${sql.table(table)} t join patients.patient p on p.hospital_id = t.hospital_id and p.id = t.patient_id
          where t.hospital_id = ${test().hospitalId} and p.merged_into is not null`),
        table,
      ).toBe(0);
    expect(await failures()).toBe(0);
  });
});

describe('while something is under way', () => {
  it('a hold stops messages in its own second', async () => {
    const other = await kneeAtHome(test());
    const start = await test().now();
    const moving = test().advanceTo(new Date(start.getTime() + 60 * 3_600_000));
    await wait(150);
    await one.ok('patients.setHold', {
      params: { patientId: other.patientId, holdId: newId() },
      body: { reason: 'do-not-contact', encounterId: null },
    });
    await moving;
    await settle();
    expect(
      await count(sql`
      select count(*)::int as n from channels.message m join patients.hold h on h.hospital_id = m.hospital_id and h.patient_id = m.patient_id
      where m.hospital_id = ${test().hospitalId} and m.patient_id = ${other.patientId} and m.sent_at > h.set_at`),
    ).toBe(0);
    expect(
      await count(sql`
      select count(*)::int as n from channels.message
      where hospital_id = ${test().hospitalId} and patient_id = ${other.patientId} and state = 'waiting'`),
    ).toBe(0);
  });

  it('a death ends the call that is open', async () => {
    const other = await kneeAtHome(test());
    const params = { callId: other.callId };
    expect((await one.ok('calls.openCall', { params, body: { sessionId: newId() } })).may).toBe(true);
    await two.ok('patients.markDeceased', {
      params: { patientId: other.patientId },
      body: { diedOn: (await test().now()).toISOString().slice(0, 10) },
    });
    expect(await one.ok('calls.openCall', { params, body: { sessionId: newId() } })).toMatchObject({
      may: false,
      because: 'died',
    });
    await test().drain();
    const { version } = await one.ok('calls.callOf', { params });
    const finished = await one.ask('calls.finishCall', {
      params,
      body: { version, outcome: 'declined', spokeWith: 'patient', seconds: 1 },
    });
    expect(finished.status).toBe(409);
  });
});

/** ADT^A40: `gone` is one with `stays`. */
function merge(gone: string, stays: string, name: string, now: Date): string {
  return buildMessage([
    [
      'MSH',
      {
        3: 'HIS',
        4: 'DEMO',
        5: 'DAYONE',
        6: 'DAYONE',
        7: dtm(now),
        9: 'ADT^A40',
        10: newId(),
        11: 'P',
        12: '2.5.1',
        18: 'UNICODE UTF-8',
      },
    ],
    ['EVN', { 1: 'A40', 2: dtm(now) }],
    ['PID', { 1: '1', 3: `${stays}^^^DEMO^MR`, 5: name }],
    ['MRG', { 1: `${gone}^^^DEMO^MR` }],
  ]).replaceAll('\\S\\', '^');
}
