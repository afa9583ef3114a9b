import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerValue, Call } from '../../../../contract/calls.ts';
import { type Knee, kneeAtHome, kneeStay } from '../../../test/build/knee.ts';
import { type Caller, useHouse } from '../../../test/harness.ts';
import { alertsOf, outboxText, payloadsOf, planAndTask, readingsOf } from '../../../test/rows.ts';
import { newId } from '../../kernel/ids/index.ts';
import { systemScope } from '../identity/index.ts';
import { recordConsent } from '../patients/index.ts';
import { itemById } from '../worklist/index.ts';

const test = useHouse();
let nurse: Caller;
let knee: Knee;
const RELATIVES = [
  { name: '张强', relationship: '儿子', phones: ['13900000001'] },
  { name: '张丽', relationship: '女儿', phones: ['13900000002'] },
  { name: '李姐', relationship: '邻居', phones: ['13900000003'] },
];

beforeAll(async () => {
  nurse = await test().signIn('N101');
});
beforeEach(async () => {
  knee = await kneeAtHome(test(), { relatives: RELATIVES });
  await kneeAtHome(test());
});

const id = (): string => newId();
const params = () => ({ callId: knee.callId });
const read = (who = nurse): Promise<Call> => who.ok('calls.callOf', { params: params() });
const choice = (option: string): AnswerValue => ({ kind: 'choice', option });
const save = (questionId: string, value: AnswerValue, version = 0, saveId = id(), who = nurse) =>
  who.ask('calls.saveAnswer', { params: { ...params(), questionId }, body: { saveId, version, value } });
const attempt = (who: Call['attempts'][number]['who'], outcome: Call['attempts'][number]['outcome'], more = {}) =>
  nurse.ask('calls.addAttempt', { params: params(), body: { id: id(), who, outcome, ...more } });
const finish = async (
  outcome: 'completed' | 'partly' | 'declined' | 'unreachable',
  spokeWith: 'patient' | null = 'patient',
) =>
  nurse.ask('calls.finishCall', {
    params: params(),
    body: { version: (await read()).version, outcome, spokeWith, seconds: 540 },
  });
const alerts = () => alertsOf(test(), knee.patientId);
const item = async () => test().tenant(async (tx) => itemById(tx, (await read()).itemId));

/** Answers every required question of a call without worries. */
async function answerAll(except: readonly string[] = []) {
  const calm: Record<string, string> = { 'home-safe': 'fine', wound: 'spots', 'leg-and-breath': 'neither' };
  for (const question of (await read()).questions) {
    if (!question.required || question.openedBy !== null || except.includes(question.id)) continue;
    const value = ((): AnswerValue => {
      switch (question.kind) {
        case 'choice':
          return choice(calm[question.id] ?? question.options.find((one) => one.severity === 'none')?.id ?? '');
        case 'number':
          return { kind: 'number', number: 2 };
        case 'text':
          return { kind: 'text', text: '没有' };
        case 'teach-back':
          return { kind: 'teach-back', said: [0], result: 'confirmed' };
        case 'medicines':
          return { kind: 'medicines', states: {} };
        case 'channels':
          return { kind: 'channels', told: ['ward', 'on-call', '120'] };
      }
    })();
    expect((await save(question.id, value)).status, question.id).toBe(200);
  }
}

describe('who may', () => {
  const everyRoute = async (who: Caller) => {
    const body = { saveId: id(), version: 0, value: choice('fine') };
    const asked = [
      await who.ask('calls.callOf', { params: params() }),
      await who.ask('calls.callsOfPatient', { params: { patientId: knee.patientId } }),
      await who.ask('calls.openCall', { params: params(), body: { sessionId: id() } }),
      await who.ask('calls.saveAnswer', { params: { ...params(), questionId: 'home-safe' }, body }),
      await who.ask('calls.addAttempt', { params: params(), body: { id: id(), who: 'patient', outcome: 'busy' } }),
      await who.ask('calls.finishCall', {
        params: params(),
        body: { version: 1, outcome: 'partly', spokeWith: 'patient', seconds: 1 },
      }),
      await who.ask('calls.countMinutes', {
        params: { ...params(), sessionId: id() },
        body: { seconds: 1, closed: false },
      }),
      await who.ask('calls.holdFromCall', { params: params(), body: { id: id(), reason: 'dispute' } }),
    ];
    return [...new Set(asked.map(({ status }) => status))];
  };
  it('not: strangers (401), roles without names (403), the other ward (404), an id of elsewhere (404)', async () => {
    expect(await everyRoute(test().stranger())).toEqual([401]);
    for (const no of ['M701', 'Y702', 'P704', 'K601', 'Q703', 'A900'])
      expect(await everyRoute(await test().signIn(no)), no).toEqual([403]);
    expect(await everyRoute(await test().signIn('N111'))).toEqual([404]);
    expect((await nurse.ask('calls.callOf', { params: { callId: id() } })).status).toBe(404);
    expect((await read()).state).toBe('waiting');
  });
  it('the ward, the case manager and customer service', async () => {
    for (const no of ['N102', 'H100', 'D201', 'C401', 'S501'])
      expect((await (await test().signIn(no)).ask('calls.callOf', { params: params() })).status, no).toBe(200);
  });
});

describe('before dialling', () => {
  const open = (sessionId = id()) => nurse.ok('calls.openCall', { params: params(), body: { sessionId } });
  it('gives the numbers in their order and makes the work mine', async () => {
    const opened = await open();
    expect(opened).toMatchObject({ may: true, because: null });
    expect(opened.phones.map(({ who }) => who)).toEqual(['patient', 'relative', 'alternate-1', 'alternate-2']);
    expect(await item()).toMatchObject({ taken_at: expect.any(Date) });
    expect(await read()).toMatchObject({ state: 'in-progress', caller: { staffNo: 'N101' } });
  });
  it('says why not, and shows no number: back in hospital', async () => {
    await kneeStay(test(), knee.patientId, `R-${knee.patientId}`, 'admit');
    expect(await open()).toMatchObject({ may: false, because: 'in-hospital', phones: [] });
    expect((await item())?.taken_at).toBeNull();
  });
  it('says why not: consent was withdrawn', async () => {
    await test().tenant((tx) =>
      recordConsent(tx, systemScope(tx.hospitalId), {
        id: id(),
        patientId: knee.patientId,
        purpose: 'care-follow-up',
        state: 'withdrawn',
        textVersion: '1',
        method: 'verbal',
        givenBy: 'patient',
        givenByName: null,
        encounterId: null,
      }),
    );
    expect(await open()).toMatchObject({ may: false, because: 'consent-withdrawn', phones: [] });
  });
  it('counts minutes that passed, once per sitting', async () => {
    const sessionId = id();
    await open(sessionId);
    await open(sessionId);
    await test().advanceTo(new Date((await test().now()).getTime() + 4 * 60_000));
    const count = { params: { ...params(), sessionId }, body: { seconds: 130, closed: false } };
    await nurse.ok('calls.countMinutes', count);
    await nurse.ok('calls.countMinutes', count);
    expect((await read()).minutes).toBe(3);
  });
});

describe('the script', () => {
  it('speaks to this person, with the ward’s own number', async () => {
    const call = await read();
    expect(call.opening['zh-CN'].startsWith(`${call.patient.formOfAddress}，`)).toBe(true);
    const channels = call.questions.find((one) => one.kind === 'channels');
    expect(channels?.kind === 'channels' && channels.channels.map(({ phone }) => phone)).toEqual([
      '021-55550101',
      '021-55550101',
      '120',
    ]);
    expect(JSON.stringify(call)).not.toContain('{{');
    expect(JSON.stringify(call.questions)).not.toContain('raises');
  });
});

describe('an answer', () => {
  it('is saved once however often it is sent, and refuses a screen that has not seen the newest', async () => {
    const saveId = id();
    const first = await save('home-safe', choice('fine'), 0, saveId);
    expect(first.body.answer).toMatchObject({ version: 1, severity: 'none' });
    expect((await save('home-safe', choice('fine'), 0, saveId)).body.answer.version).toBe(1);
    expect((await save('home-safe', choice('hard'), 0)).status).toBe(409);
    expect((await save('home-safe', choice('hard'), 1)).body.answer.version).toBe(2);
    expect((await read()).answers).toHaveLength(1);
  });
  it('of two screens at the same moment: one is stale, none is lost', async () => {
    const other = await test().signIn('N102');
    const both = await Promise.all([
      save('home-safe', choice('fine')),
      save('home-safe', choice('hard'), 0, id(), other),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await read()).answers).toHaveLength(1);
  });
  it('that does not fit is refused and not stored', async () => {
    expect((await save('home-safe', choice('nonsense'))).status).toBe(422);
    expect((await save('no-such-question', choice('fine'))).status).toBe(422);
    expect((await save('temperature', { kind: 'number', number: 50 })).status).toBe(422);
    expect((await read()).answers).toEqual([]);
  });
  it('in red opens an alert in the same request, once', async () => {
    const saveId = id();
    const { body } = await save('wound', choice('pus'), 0, saveId);
    expect(body.raised).toMatchObject({ severity: 'red' });
    expect(body.raised?.patientWords?.['zh-CN']).toContain('120');
    expect(await alerts()).toMatchObject([{ severity: 'red', rule_key: 'sign:wound-pus', source_kind: 'call' }]);
    await save('wound', choice('pus'), 0, saveId);
    await save('wound', choice('pus'), 1);
    expect(await alerts()).toHaveLength(1);
    expect((await read()).red).toBe(1);
  });
  it('taken back leaves the alert to a person', async () => {
    await save('wound', choice('pus'));
    await save('wound', choice('dry'), 1);
    expect(await alerts()).toHaveLength(1);
    expect((await read()).red).toBe(0);
  });
  it('in figures is also a reading, and raises one alert, not two', async () => {
    const { body } = await save('temperature', { kind: 'number', number: 38.6 });
    expect(body.answer.readingId).not.toBeNull();
    expect(body.raised?.severity).toBe('red');
    expect(await alerts()).toHaveLength(1);
    const readings = () => readingsOf(test(), knee.patientId);
    expect(await readings()).toEqual([{ value: '38.6', status: 'final', source: 'call' }]);
    expect((await save('temperature', { kind: 'number', number: 36.8 }, 1)).status).toBe(200);
    expect((await readings()).map(({ value, status }) => [value, status])).toEqual([
      ['38.6', 'superseded'],
      ['36.8', 'final'],
    ]);
  });
});

describe('tries', () => {
  it('set the item to the next time within the hours, and are recorded once', async () => {
    const body = { id: id(), who: 'patient' as const, outcome: 'busy' as const };
    const first = await nurse.ok('calls.addAttempt', { params: params(), body });
    await nurse.ok('calls.addAttempt', { params: params(), body });
    expect((await read()).attempts).toHaveLength(1);
    expect(first.nextTryAt).not.toBeNull();
    const owed = await item();
    expect(owed?.window_from?.toISOString()).toBe(first.nextTryAt);
  });
  it('take an agreed time, but none in the night or in the past', async () => {
    const now = (await test().now()).getTime();
    const day = new Date(now + 24 * 3_600_000).toISOString().slice(0, 10);
    const at = (time: string) => new Date(`${day}T${time}:00+08:00`).toISOString();
    expect((await attempt('patient', 'rescheduled', { nextTryAt: at('03:00') })).status).toBe(422);
    expect((await attempt('patient', 'rescheduled', { nextTryAt: new Date(now - 1000).toISOString() })).status).toBe(
      422,
    );
    expect((await attempt('patient', 'rescheduled', { nextTryAt: at('15:00') })).body.nextTryAt).toBe(at('15:00'));
  });
  it('used up give the call to the head nurse, who closes it as unreachable', async () => {
    expect((await finish('unreachable', null)).status).toBe(422);
    for (const who of ['patient', 'patient', 'relative', 'patient', 'alternate-1'] as const)
      await attempt(who, 'no-answer');
    expect((await read()).state).toBe('in-progress');
    await attempt('alternate-2', 'voicemail');
    expect(await read()).toMatchObject({ state: 'unreachable', next: { who: [], tries: 0 } });
    expect(await item()).toMatchObject({ level: 'head-nurse', urgency: 2, taken_at: null, owner_staff_id: null });
    expect((await finish('unreachable', null)).body).toMatchObject({
      state: 'finished',
      outcome: 'unreachable',
      contact: null,
    });
    expect((await item())?.state).toBe('done');
  });
});

describe('the end', () => {
  it('needs the emergency numbers told, and every required answer to be complete', async () => {
    await answerAll(['channels-told', 'bleeding']);
    expect((await finish('completed')).body.type).toBe('urn:dayone:calls:emergency-not-told');
    expect((await finish('partly')).body.type).toBe('urn:dayone:calls:emergency-not-told');
    await save('channels-told', { kind: 'channels', told: ['ward', 'on-call', '120'] });
    expect((await finish('completed')).body.type).toBe('urn:dayone:calls:questions-open');
    expect((await finish('partly', null)).body.type).toBe('urn:dayone:calls:spoke-with-missing');
    expect((await finish('partly')).status).toBe(200);
  });
  it('completes the task, closes the item, says how long after discharge a person spoke', async () => {
    await answerAll();
    const { body: finished } = await finish('completed');
    expect(finished).toMatchObject({
      state: 'finished',
      contact: 'human',
      spokeWith: 'patient',
      minutes: 9,
      emergencyToldAt: expect.any(String),
      finishedBy: { staffNo: 'N101' },
    });
    expect(finished.hoursAfterDischarge).toBeGreaterThanOrEqual(1);
    expect(await item()).toMatchObject({ state: 'done', reason_code: 'completed' });
    expect((await planAndTask(test(), knee.encounterId)).task).toBe('done');
    const told = await payloadsOf(test(), 'call.finished', 'callId', knee.callId);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ outcome: 'completed', contact: 'human', red: 0, emergencyTold: true });
    expect((await save('anything-else', { kind: 'text', text: '谢谢' })).status).toBe(409);
  });
  it('sent again changes nothing; from an old screen it is refused', async () => {
    await answerAll();
    const body = {
      version: (await read()).version,
      outcome: 'completed' as const,
      spokeWith: 'patient' as const,
      seconds: 60,
    };
    expect(
      (await nurse.ask('calls.finishCall', { params: params(), body: { ...body, version: body.version - 1 } })).status,
    ).toBe(409);
    await nurse.ok('calls.finishCall', { params: params(), body });
    await nurse.ok('calls.finishCall', { params: params(), body });
    expect((await read()).attempts).toHaveLength(1);
  });
  it('told that the patient has died, everything stops', async () => {
    const hold = { params: params(), body: { id: id(), reason: 'died' as const } };
    await nurse.ok('calls.holdFromCall', hold);
    expect((await read()).state).toBe('cancelled');
    await nurse.ok('calls.holdFromCall', hold);
    await test().drain();
    expect(await planAndTask(test(), knee.encounterId)).toMatchObject({ plan: 'ended', ended_reason: 'died' });
    expect((await nurse.ask('calls.openCall', { params: params(), body: { sessionId: id() } })).status).toBe(409);
  });
  it('held from the call it rests, and nothing can be written', async () => {
    await save('home-safe', choice('fine'));
    await nurse.ok('calls.holdFromCall', { params: params(), body: { id: id(), reason: 'do-not-contact' } });
    expect((await read()).state).toBe('suspended');
    expect((await save('wound', choice('dry'))).status).toBe(409);
    expect((await nurse.ok('calls.openCall', { params: params(), body: { sessionId: id() } })).because).toBe('hold');
    expect((await read()).answers).toHaveLength(1);
  });
});

it('shows the calls of a patient in short', async () => {
  const list = await nurse.ok('calls.callsOfPatient', { params: { patientId: knee.patientId } });
  expect(list.map((one) => one.id)).toEqual([knee.callId]);
});
it('writes no name, number or answer into the log or an event', async () => {
  await save('anything-else', { kind: 'text', text: '想问能不能吃海鲜' });
  const call = await read();
  const written = [...test().logLines, await outboxText(test())].join('\n');
  for (const secret of [call.patient.name, '海鲜', '13900000001', '张强']) expect(written).not.toContain(secret);
});
