import { beforeAll, describe, expect, it } from 'vitest';
import { buildMessage } from '../../protocols/hl7v2/index.ts';
import { type Statement, sql } from '../src/kernel/db/index.ts';
import { newId } from '../src/kernel/ids/index.ts';
import { adt, dtm, knee, type Stay, sendAll } from './flows/hospital-system.ts';
import { type Caller, useHouse } from './harness.ts';

// One person's whole story with words that occur nowhere else; then every place that must not hold them is searched.

const test = useHouse();
const SECRETS = {
  name: '独孤霜降',
  otherName: '独孤惊蛰',
  relative: '令狐谷雨',
  lateRelative: '慕容芒种',
  guardian: '上官立夏',
  phone: '13977712345',
  relativePhone: '13977754321',
  lateRelativePhone: '13977700001',
  record: 'MRQXZ7771',
  otherRecord: 'MRQXZ7772',
  visit: 'ZYQXZ7771',
  born: '1949-07-23',
  address: '独孤老先生',
  reachNote: '门铃坏了请敲窗',
  answer: '夜里梦见白鹭飞过',
  readingNote: '量的时候刚喝过姜汤',
  alertNote: '已嘱咐儿媳妇带去复诊',
  unreadablePhone: '柒柒柒号分机',
} as const;
const problems: string[] = [];
const hints: string[] = [];
let nurse: Caller;

/** Asks and keeps what came back where it was a refusal. */
const refused: Caller['ask'] = async (name, input) => {
  const answer = await nurse.ask(name, input);
  expect(answer.status, name).toBeGreaterThanOrEqual(400);
  problems.push(JSON.stringify(answer.body));
  return answer;
};

beforeAll(async () => {
  test().house.ctx.hub.subscribe(test().hospitalId, {
    key: 'all',
    topics: { has: () => true } as unknown as ReadonlySet<string>,
    send: (hint) => void hints.push(JSON.stringify(hint)),
    cut: () => undefined,
  });
  nurse = await test().signIn('N101');
  const now = await test().now();
  const stay: Stay = {
    ...knee(1, now),
    ...{ mrn: SECRETS.record, visit: SECRETS.visit, name: SECRETS.name, born: SECRETS.born, phone: SECRETS.phone },
    relative: { name: SECRETS.relative, relationship: 'CHD', phone: SECRETS.relativePhone },
  };
  await sendAll(test().mllp, [
    adt('A01', stay, now),
    adt('A03', stay, now),
    // Cannot be carried out: an unknown way of leaving, a record number of two people.
    adt('A03', { ...stay, visit: `${SECRETS.visit}9`, disposition: '77' }, now),
    adt(
      'A01',
      { ...stay, mrn: SECRETS.otherRecord, visit: `${SECRETS.visit}8`, name: SECRETS.otherName, born: '1950-01-01' },
      now,
    ),
    adt('A08', { ...stay, name: SECRETS.otherName, born: '1951-02-02' }, now),
    `${adt('A08', stay, now)}\r\u0000${SECRETS.name}`,
  ]);
  await test().drain();
  const patientId = await patientOf(SECRETS.record);
  await prepare(patientId);
  await ring(patientId);
  await fever(patientId);
  await stop(patientId);
  await merge(now);
  await nurse.ok('patients.markDeceased', {
    params: { patientId },
    body: { diedOn: (await test().now()).toISOString().slice(0, 10) },
  });
  await refused('patients.markDeceased', { params: { patientId }, body: { diedOn: '2099-01-01' } });
  await test().drain();
  for (const name of ['patients.readPatient', 'timeline.readTimeline', 'channels.listMessages'] as const)
    await nurse.ok(name, { params: { patientId } } as never);
});

const patientOf = (record: string) =>
  test().tenant(async (tx) => {
    const row = await tx.one(sql<{ id: string }>`
      select patient_id as id from patients.identifier where hospital_id = ${tx.hospitalId} and value = ${record}`);
    return row.id;
  });

async function prepare(patientId: string) {
  const { patient } = await nurse.ok('patients.readPatient', { params: { patientId } });
  const reach = { formOfAddress: SECRETS.address, notes: SECRETS.reachNote, version: patient.version };
  const body = {
    preferredFrom: null,
    preferredTo: null,
    channel: 'phone',
    elderMode: true,
    phones: [SECRETS.phone],
    ...reach,
  };
  await nurse.ok('patients.putReach', { params: { patientId }, body: body as never });
  await refused('patients.putReach', { params: { patientId }, body: body as never });
  const relative = { name: SECRETS.lateRelative, relationship: '女儿', phones: [SECRETS.lateRelativePhone] };
  const params = { patientId, relativeId: newId() };
  await nurse.ok('patients.putRelative', { params, body: relative });
  await refused('patients.putRelative', { params, body: { ...relative, phones: [SECRETS.unreadablePhone] } });
  await refused('patients.putRelative', { params, body: { ...relative, relationship: SECRETS.answer.repeat(99) } });
  await nurse.ok('patients.putConsent', {
    params: { patientId, consentId: newId() },
    body: {
      ...{ purpose: 'community', state: 'refused', textVersion: '1', method: 'paper', givenBy: 'guardian' },
      ...{ givenByName: SECRETS.guardian, encounterId: null },
    } as never,
  });
}

async function ring(patientId: string) {
  const [call] = await nurse.ok('calls.callsOfPatient', { params: { patientId } });
  const params = { callId: call?.id ?? '' };
  await nurse.ok('calls.openCall', { params, body: { sessionId: newId() } });
  const { questions } = await nurse.ok('calls.callOf', { params });
  expect(questions.filter(({ kind }) => kind === 'text')).not.toEqual([]);
  for (const question of questions) {
    const at = { params: { ...params, questionId: question.id } };
    const save = (value: object) => ({ ...at, body: { saveId: newId(), version: 0, value } as never });
    if (question.kind === 'text') {
      await nurse.ok('calls.saveAnswer', save({ kind: 'text', text: SECRETS.answer }));
      await refused('calls.saveAnswer', save({ kind: 'text', text: SECRETS.answer }));
    }
    if (question.kind === 'choice') {
      const worst = question.options.find(({ severity }) => severity === 'red') ?? question.options[0];
      await nurse.ok('calls.saveAnswer', save({ kind: 'choice', option: worst?.id }));
      await refused('calls.saveAnswer', save({ kind: 'choice', option: SECRETS.answer }));
    }
  }
  await nurse.ok('calls.addAttempt', { params, body: { id: newId(), who: 'patient', outcome: 'busy' } });
  const { version } = await nurse.ok('calls.callOf', { params });
  const end = { version, outcome: 'declined', spokeWith: 'patient', seconds: 300 } as const;
  await nurse.ok('calls.finishCall', { params, body: end });
}

async function fever(patientId: string) {
  const reading = {
    code: '8310-5',
    unit: 'Cel',
    effectiveAt: (await test().now()).toISOString(),
    note: SECRETS.readingNote,
  };
  const params = { patientId, readingId: newId() };
  const { alerts } = await nurse.ok('monitoring.recordReading', {
    params,
    body: { ...reading, value: '39.4' } as never,
  });
  await refused('monitoring.recordReading', {
    params: { patientId, readingId: newId() },
    body: { ...reading, value: '93.4' } as never,
  });
  const alert = { alertId: alerts[0]?.id ?? '' };
  const { version } = await nurse.ok('monitoring.readAlert', { params: alert });
  const close = { version, actions: ['called-family'], useful: true, note: SECRETS.alertNote } as never;
  await nurse.ok('monitoring.resolveAlert', { params: alert, body: close });
  await refused('monitoring.resolveAlert', { params: alert, body: close });
  await nurse.ok('monitoring.correctReading', {
    params,
    body: { reason: 'measuring-error', replacement: null },
  });
  await test().drain();
}

async function stop(patientId: string) {
  const params = { patientId, holdId: newId() };
  await nurse.ok('patients.setHold', { params, body: { reason: 'dispute', encounterId: null } });
  await test().drain();
  await nurse.ok('patients.liftHold', { params });
  await test().advanceHours(30);
}

async function merge(now: Date) {
  const message = buildMessage([
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
    ['PID', { 1: '1', 3: `${SECRETS.record}^^^DEMO^MR`, 5: SECRETS.name }],
    ['MRG', { 1: `${SECRETS.otherRecord}^^^DEMO^MR` }],
  ]).replaceAll('\\S\\', '^');
  await sendAll(test().mllp, [message]);
  await test().drain();
}

/** Names and words as they stand, and as JSON or a database might have written them. */
const NEEDLES = Object.values(SECRETS).flatMap((secret) => [
  secret,
  secret.replaceAll('-', ''),
  [...secret].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
]);
const found = (texts: readonly string[]) => NEEDLES.filter((needle) => texts.some((text) => text.includes(needle)));

/** Where no word of a patient may stand, with the least number of rows the story must have left there. */
const PLACES: readonly [string, number, () => Statement<{ text: string }>][] = [
  ['events', 30, () => sql`select concat_ws(' ', type, lane, payload) as text from kernel.outbox`],
  ['deliveries', 30, () => sql`select concat_ws(' ', handler, lane, error_code) as text from kernel.delivery`],
  ['audit', 20, () => sql`select concat_ws(' ', action, subject_kind, detail) as text from kernel.audit`],
  ['timeline', 10, () => sql`select to_jsonb(t)::text as text from timeline.entry t`],
  ['worklist', 2, () => sql`select to_jsonb(t)::text as text from worklist.item t`],
  [
    'alerts as others see them',
    1,
    () => sql`
    select concat_ws(' ', rule_key, title, reason, patient_words, patient_now, close_code) as text from monitoring.alert`,
  ],
  ['outside titles', 1, () => sql`select outside_title::text as text from channels.message`],
  ['plans and tasks', 5, () => sql`select to_jsonb(t)::text as text from careplans.task t`],
];

describe('no name, no number and no word of a patient is in', () => {
  it.each(PLACES)('%s', async (_place, least, statement) => {
    const rows = await test().tenant((tx) => tx.rows(statement()));
    expect(rows.length).toBeGreaterThanOrEqual(least);
    expect(found(rows.map(({ text }) => text))).toEqual([]);
  });

  it('log lines', () => {
    expect(found(test().logLines)).toEqual([]);
  });

  it('refusals', () => {
    expect(problems.length).toBeGreaterThan(6);
    expect(found(problems)).toEqual([]);
  });

  it('hints to screens', () => {
    expect(hints.length).toBeGreaterThan(20);
    expect(found(hints)).toEqual([]);
  });

  it('while the record itself has them', async () => {
    const record = JSON.stringify(
      await nurse.ok('patients.readPatient', { params: { patientId: await patientOf(SECRETS.record) } }),
    );
    expect(found([record])).toEqual(expect.arrayContaining([SECRETS.name, SECRETS.phone, SECRETS.reachNote]));
  });
});
