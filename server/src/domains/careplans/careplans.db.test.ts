import { describe, expect, it } from 'vitest';
import { DEMO_HOSPITAL } from '../../../../tools/seed/people.ts';
import { kneeStay } from '../../../test/build/discharge.ts';
import { person } from '../../../test/build/person.ts';
import { useHouse } from '../../../test/harness.ts';
import { saidOn } from '../../../test/look.ts';
import { callOfStay } from '../../../test/rows.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { messagesOf } from '../channels/index.ts';
import { findingsOf } from '../encounters/index.ts';
import { hospitalByCode, insertHospital, systemScope } from '../identity/index.ts';
import { correctDeath, liftHold, markDeceased, mergePatients, recordConsent, setHold } from '../patients/index.ts';
import { itemById } from '../worklist/index.ts';
import { completeTask, planOfStay } from './index.ts';
import { onPersonChanged } from './on-person-changed.ts';
import { onPlanWoken } from './on-plan-woken.ts';
import { onStayChanged } from './on-stay-changed.ts';
import { onTaskWoken } from './on-task-woken.ts';
import { tasksOfPlan } from './task.store.ts';

const test = useHouse();
const scope = () => systemScope(test().hospitalId);
const planOf = async (encounterId: string) => {
  const plan = await test().tenant((tx) => planOfStay(tx, encounterId));
  if (!plan) throw new Error('the stay has no plan');
  return plan;
};
const tasks = (planId: string) =>
  test().tenant((tx) => tasksOfPlan(tx, planId, { limit: 1000, from: null, until: null, after: null }));
const task = async (planId: string, key: string) => {
  const row = (await tasks(planId)).find((one) => one.task_key === key);
  if (!row) throw new Error(`no task ${key}`);
  return row;
};
const REVIEW = 'review-medicines-first';
/** The worklist item of the first medicine review. */
const review = (planId: string) => test().tenant(async (tx) => itemById(tx, (await task(planId, REVIEW)).id));
const states = async (planId: string) => [...new Set((await tasks(planId)).map((one) => one.state))].sort();
const events = (patientId: string, prefix = 'plan.') => saidOn(test(), patientId, prefix);
/** Messages of the patient, first due first. */
const messages = async (patientId: string) =>
  (
    await test().tenant((tx) => messagesOf(tx, scope(), test().house.ctx.words, patientId, { limit: 100 }))
  ).items.reverse();
const discharged = async (given: Parameters<typeof kneeStay>[2] = {}) => {
  const patientId = await person(test());
  const encounterId = await kneeStay(test(), patientId, given);
  await test().drain();
  return { patientId, encounterId };
};
const asked = (payload: Record<string, string>) => ({
  hospitalId: test().hospitalId,
  id: newId() as string,
  lane: newId() as string,
  type: 'asked.again',
  version: 1,
  payload,
  occurredAt: new Date(0),
});

describe('a discharge becomes a plan', () => {
  it('lays it out once, however often it is told', async () => {
    const { patientId, encounterId } = await discharged();
    const plan = await planOf(encounterId);
    expect(plan).toMatchObject({ state: 'active', variant: 'home', slug: 'knee-replacement', pack_version: '1.0.0' });
    expect(plan.because).toContainEqual({ kind: 'procedure-code', matched: '81.54' });
    const before = await tasks(plan.id);
    expect(before.length).toBeGreaterThan(150);
    await test().tenant((tx) => onStayChanged(tx, asked({ encounterId }), test().house.ctx));
    await test().tenant((tx) => onStayChanged(tx, asked({ encounterId }), test().house.ctx));
    expect(await tasks(plan.id)).toEqual(before);
    expect((await planOf(encounterId)).version).toBe(plan.version);
    expect(await events(patientId)).toEqual(['plan.started']);
  });

  it('says where the day of the operation is not known', async () => {
    const { encounterId } = await discharged({ surgeryAt: null });
    expect((await planOf(encounterId)).because).toContainEqual({ kind: 'no-surgery-time', matched: 'discharge' });
  });

  it('records an old discharge and starts nothing', async () => {
    const { patientId, encounterId } = await discharged({ atDays: 8 });
    const plan = await planOf(encounterId);
    expect(plan).toMatchObject({ state: 'not-started', not_started_reason: 'too-old' });
    expect(await tasks(plan.id)).toEqual([]);
    expect(await events(patientId)).toEqual(['plan.not-started:too-old']);
  });

  it('lets a hospital say how old is too old', async () => {
    const { db } = test().house.ctx;
    const given = { ...DEMO_HOSPITAL, created_at: new Date(0) };
    await insertHospital(db, { ...given, id: newId<'hospital'>(), code: 'strict', old_discharge_days: 3 });
    const hospitalId = (await hospitalByCode(db, 'strict'))?.id ?? test().hospitalId;
    const strict = { ...test(), hospitalId, tenant: <T>(work: (tx: Tx) => Promise<T>) => db.tenant(hospitalId, work) };
    const reasonFor = async (atDays: number) => {
      const encounterId = await kneeStay(strict, await person(strict), { atDays });
      return strict.tenant(async (tx) => {
        await onStayChanged(tx, { ...asked({ encounterId }), hospitalId }, strict.house.ctx);
        return (await planOfStay(tx, encounterId))?.not_started_reason;
      });
    };
    expect(await reasonFor(4)).toBe('too-old');
    // This hospital has taken in no packs: what is young enough is asked for its pathway.
    expect(await reasonFor(2)).toBe('no-pathway');
    await expect(
      insertHospital(db, { ...given, id: newId<'hospital'>(), code: 'never', old_discharge_days: 61 }),
    ).rejects.toThrow();
  });

  it('lays a late one out with what is past skipped and the call kept', async () => {
    const { encounterId } = await discharged({ atDays: 4 });
    const plan = await planOf(encounterId);
    expect(await task(plan.id, 'message-day-1')).toMatchObject({ state: 'skipped', reason_code: 'past-when-recorded' });
    expect((await task(plan.id, 'day-one-call')).state).toBe('due');
    expect((await task(plan.id, 'message-day-7')).state).toBe('waiting');
  });

  it('starts when the operation is coded later', async () => {
    const { patientId, encounterId } = await discharged({ procedures: [] });
    expect(await planOf(encounterId)).toMatchObject({ state: 'not-started', not_started_reason: 'no-pathway' });
    await test().advanceHours(1);
    await kneeStay(test(), patientId, {
      kind: 'update',
      dischargedAt: null,
      surgeryAt: null,
      admittedAt: null,
      disposition: null,
    });
    await test().drain();
    expect(await planOf(encounterId)).toMatchObject({ state: 'active', not_started_reason: null });
    expect(await events(patientId)).toEqual(['plan.not-started:no-pathway', 'plan.started']);
  });

  it('starts from an entry by hand; the feed that brings the same stay later goes on with it', async () => {
    const nurse = await test().signIn('N101');
    const wardId = (await nurse.ok('identity.me')).wards[0]?.id ?? '';
    const dischargedAt = new Date((await test().now()).getTime() - 3_600_000);
    const { encounterId, patientId } = await nurse.ok('encounters.enterByHand', {
      params: { wardId, encounterId: newId() },
      body: {
        name: '周敏',
        phone: '13700001111',
        sex: 'female',
        bornOn: null,
        class: 'inpatient',
        operation: '右膝人工全膝关节置换术',
        dischargedAt: dischargedAt.toISOString(),
        disposition: 'home',
      } as never,
    });
    await test().drain();
    const plan = await planOf(encounterId);
    expect(plan).toMatchObject({ state: 'active', variant: 'home', slug: 'knee-replacement' });
    expect(plan.because).toContainEqual({ kind: 'procedure-word', matched: '膝关节置换' });
    const owed = async () =>
      (await nurse.ok('worklist.listItems', { query: { wardId, kind: 'call' } as never })).items.filter(
        (item) => item.patient.id === patientId,
      );
    const call = await callOfStay(test(), encounterId);
    expect(await owed()).toEqual([expect.objectContaining({ id: call.item_id })]);
    await test().advanceHours(10);
    const fed = await kneeStay(test(), patientId, { dischargedAt });
    await test().drain();
    expect(fed).toBe(encounterId);
    expect(await planOf(encounterId)).toMatchObject({ id: plan.id, state: 'active', slug: 'knee-replacement' });
    expect(await test().tenant((tx) => findingsOf(tx, encounterId))).toMatchObject({
      procedures: [{ code: '81.5400', text: null }],
    });
    expect((await callOfStay(test(), encounterId)).id).toBe(call.id);
    expect(await owed()).toEqual([expect.objectContaining({ id: call.item_id })]);
    expect((await events(patientId)).filter((type) => type === 'plan.started')).toHaveLength(1);
  });

  it('gives a death nothing, and a visit to the outpatients not even a row', async () => {
    const { encounterId } = await discharged({ disposition: 'died' });
    expect(await planOf(encounterId)).toMatchObject({ state: 'not-started', not_started_reason: 'died' });
    const visit = await discharged({ class: 'outpatient' });
    expect(await test().tenant((tx) => planOfStay(tx, visit.encounterId))).toBeNull();
  });
});

describe('the hours of a plan', () => {
  it('hands messages over with their holes filled, makes other things due, closes what was not done', async () => {
    const { patientId, encounterId } = await discharged();
    const plan = await planOf(encounterId);
    await test().advanceHours(24 * 4);
    const sent = await messages(patientId);
    expect(sent.map((one) => one.title['zh-CN'])).toEqual(['到家第一天', '第三天，看看伤口和肿胀']);
    expect(sent[1]?.body['zh-CN']).toContain('回家第 3 天');
    expect(sent[0]?.body['zh-CN']).toContain('021-55550101');
    expect(sent[0]?.body['zh-CN']).toContain('归安示范医院的王建国医生');
    expect(sent[0]?.body.en).toContain('Dr 王建国 of Dayone Demonstration Hospital');
    expect(JSON.stringify(sent)).not.toContain('{{');
    expect(sent[0]?.because).toEqual({ kind: 'plan', ref: plan.id });
    expect((await task(plan.id, 'message-day-1')).state).toBe('done');
    expect((await task(plan.id, 'day-one-call')).state).toBe('due');
    expect((await task(plan.id, 'join-group')).state).toBe('due');
    expect(await task(plan.id, 'measure-temperature')).toMatchObject({ state: 'skipped', reason_code: 'lapsed' });
    expect(await events(patientId, 'task.due')).toHaveLength(4);
  });

  it('does nothing twice for a task or a turn asked again', async () => {
    const { patientId, encounterId } = await discharged();
    const plan = await planOf(encounterId);
    await test().advanceHours(26);
    const message = await task(plan.id, 'message-day-1');
    const call = await task(plan.id, 'day-one-call');
    const turn = () => test().tenant((tx) => onPlanWoken(tx, asked({ id: plan.id }), test().house.ctx));
    await turn();
    const before = await tasks(plan.id);
    for (const id of [message.id, call.id, message.id])
      await test().tenant((tx) => onTaskWoken(tx, asked({ id }), test().house.ctx));
    await turn();
    await test().drain();
    expect(await messages(patientId)).toHaveLength(1);
    expect(await tasks(plan.id)).toEqual(before);
  });

  it('completes a task once', async () => {
    const { patientId, encounterId } = await discharged();
    const call = await task((await planOf(encounterId)).id, 'day-one-call');
    for (const outcome of ['reached', 'other'])
      await test().tenant((tx) => completeTask(tx, scope(), call.id, { outcome, ref: newId() }));
    expect(await events(patientId, 'task.completed')).toEqual(['task.completed']);
    expect(await test().tenant((tx) => completeTask(tx, scope(), newId(), { outcome: 'done' }))).toBeNull();
  });

  it('is laid further before its end comes near', async () => {
    const { encounterId } = await discharged();
    const plan = await planOf(encounterId);
    const last = (await tasks(plan.id)).filter((one) => one.task_key === 'do-heel-raise').at(-1)?.due_at ?? new Date(0);
    await test().advanceHours(24 * 32);
    const later =
      (await tasks(plan.id)).filter((one) => one.task_key === 'do-heel-raise').at(-1)?.due_at ?? new Date(0);
    expect(later.getTime() - last.getTime()).toBeGreaterThan(25 * 86_400_000);
  }, 120_000);
});

describe('what stops a plan', () => {
  it('a hold, in whatever order it is told; lifting it goes on with what is not past', async () => {
    const { patientId, encounterId } = await discharged();
    const holdId = newId();
    await test().tenant((tx) => setHold(tx, scope(), { id: holdId, patientId, encounterId, reason: 'dispute' }));
    await test().drain();
    for (const _ of [1, 2]) await test().tenant((tx) => onPersonChanged(tx, asked({ patientId }), test().house.ctx));
    const plan = await planOf(encounterId);
    expect(plan).toMatchObject({ state: 'paused', paused_reasons: ['hold'] });
    await test().advanceHours(24 * 2);
    expect(await messages(patientId)).toEqual([]);
    await test().tenant((tx) => liftHold(tx, scope(), patientId, holdId));
    await test().drain();
    expect((await planOf(encounterId)).state).toBe('active');
    expect(await task(plan.id, 'message-day-1')).toMatchObject({ state: 'skipped', reason_code: 'past-while-paused' });
    expect((await task(plan.id, 'day-one-call')).state).toBe('due');
    await test().advanceHours(24 * 2);
    expect((await messages(patientId)).map((one) => one.title['zh-CN'])).toEqual(['第三天，看看伤口和肿胀']);
    expect(await events(patientId)).toEqual(['plan.started', 'plan.paused:hold', 'plan.resumed:hold']);
  });

  it('a readmission; its cancellation goes on, its discharge with a plan of its own ends the old one', async () => {
    const { patientId, encounterId } = await discharged();
    const readmission = { kind: 'admit', visitNo: `R-${patientId}`, dischargedAt: null, disposition: null } as const;
    const now = await test().now();
    await kneeStay(test(), patientId, { ...readmission, admittedAt: now });
    await test().drain();
    expect(await planOf(encounterId)).toMatchObject({ state: 'paused', paused_reasons: ['readmitted'] });
    await test().advanceHours(1);
    await kneeStay(test(), patientId, { ...readmission, kind: 'cancel-admit', admittedAt: now });
    await test().drain();
    expect((await planOf(encounterId)).state).toBe('active');
    const again = await test().now();
    await kneeStay(test(), patientId, { ...readmission, visitNo: `S-${patientId}`, admittedAt: again });
    await test().advanceHours(30);
    const next = await kneeStay(test(), patientId, { visitNo: `S-${patientId}`, admittedAt: again });
    await test().drain();
    expect(await planOf(encounterId)).toMatchObject({ state: 'ended', ended_reason: 'superseded' });
    expect((await planOf(next)).state).toBe('active');
  });

  it('the discharge taken back; a new one lays out anew', async () => {
    const { patientId, encounterId } = await discharged();
    const plan = await planOf(encounterId);
    await test().advanceHours(1);
    await kneeStay(test(), patientId, { kind: 'cancel-discharge', dischargedAt: null, disposition: null });
    await test().drain();
    expect(await planOf(encounterId)).toMatchObject({ state: 'ended', ended_reason: 'discharge-cancelled' });
    expect(await states(plan.id)).toEqual(['cancelled']);
    await test().advanceHours(5);
    await kneeStay(test(), patientId);
    await test().drain();
    const anew = await planOf(encounterId);
    expect(anew.state).toBe('active');
    expect(anew.id).not.toBe(plan.id);
    expect(await events(patientId)).toEqual(['plan.started', 'plan.ended:discharge-cancelled', 'plan.started']);
  });

  it.each([
    [
      'told by a colleague',
      (patientId: string) => test().tenant((tx) => markDeceased(tx, scope(), patientId, tx.now, 'staff')),
    ],
    [
      'told by a correction',
      (patientId: string) => kneeStay(test(), patientId, { kind: 'update', disposition: 'died' }),
    ],
  ])('a death %s', async (_how, tell) => {
    const { patientId, encounterId } = await discharged();
    await test().advanceHours(1);
    await tell(patientId);
    await test().drain();
    const plan = await planOf(encounterId);
    expect(plan).toMatchObject({ state: 'ended', ended_reason: 'died', wake_at: null });
    await test().advanceHours(24 * 3);
    expect(await messages(patientId)).toEqual([]);
    expect((await tasks(plan.id)).filter((one) => one.state === 'waiting' || one.state === 'due')).toEqual([]);
  });

  it('a death recorded by mistake and taken back: the plan goes on, the call is owed again', async () => {
    const { patientId, encounterId } = await discharged();
    const plan = await planOf(encounterId);
    const call = await callOfStay(test(), encounterId);
    await test().tenant((tx) => markDeceased(tx, scope(), patientId, tx.now, 'staff'));
    await test().drain();
    expect(await planOf(encounterId)).toMatchObject({ state: 'ended', ended_reason: 'died' });
    expect(await test().tenant((tx) => itemById(tx, call.item_id))).toMatchObject({ state: 'cancelled' });
    await test().advanceHours(27);
    await test().tenant((tx) => correctDeath(tx, scope(), patientId, 'staff'));
    await test().drain();
    await test().tenant((tx) => onPersonChanged(tx, asked({ patientId }), test().house.ctx));
    expect(await planOf(encounterId)).toMatchObject({
      id: plan.id,
      state: 'active',
      ended_reason: null,
      ended_at: null,
    });
    expect(await task(plan.id, 'message-day-1')).toMatchObject({ state: 'skipped', reason_code: 'past-while-paused' });
    expect((await task(plan.id, 'day-one-call')).state).toBe('due');
    const again = await callOfStay(test(), encounterId);
    expect(again.id).toBe(call.id);
    expect(await test().tenant((tx) => itemById(tx, again.item_id))).toMatchObject({ kind: 'call', state: 'open' });
    await test().advanceHours(24 * 2);
    expect((await messages(patientId)).map((one) => one.title['zh-CN'])).toEqual(['第三天，看看伤口和肿胀']);
    expect(await events(patientId)).toEqual(['plan.started', 'plan.ended:died', 'plan.resumed:death-corrected']);
  });

  it('a message handed over, held back and recalled by a hold goes once the hold is lifted', async () => {
    const { patientId, encounterId } = await discharged();
    const keeper = await test().signIn('A900');
    const { version } = await keeper.ok('channels.readGate');
    const stopped = await keeper.ok('channels.stopOutgoing', { body: { reason: '演练', version } });
    await test().advanceHours(26);
    const plan = await planOf(encounterId);
    expect((await task(plan.id, 'message-day-1')).state).toBe('done');
    const holdId = newId();
    await test().tenant((tx) => setHold(tx, scope(), { id: holdId, patientId, encounterId, reason: 'dispute' }));
    await test().drain();
    expect(await messages(patientId)).toMatchObject([{ state: 'cancelled', reasonCode: 'hold' }]);
    await test().tenant((tx) => liftHold(tx, scope(), patientId, holdId));
    await test().drain();
    await keeper.ok('channels.allowOutgoing', { body: { version: stopped.version } });
    await test().drain();
    expect(await messages(patientId)).toMatchObject([{ state: 'sent', title: { 'zh-CN': '到家第一天' } }]);
    expect(await saidOn(test(), patientId, 'message.sent')).toHaveLength(1);
    expect((await task(plan.id, 'message-day-1')).state).toBe('done');
  });

  it('consent taken back, until it is given again', async () => {
    const { patientId, encounterId } = await discharged();
    const decide = (state: 'granted' | 'withdrawn') =>
      test().tenant((tx) =>
        recordConsent(tx, scope(), {
          id: newId(),
          patientId,
          purpose: 'care-follow-up',
          state,
          textVersion: '1',
          method: 'verbal',
          givenBy: 'patient',
          givenByName: null,
          encounterId,
        }),
      );
    await decide('withdrawn');
    await test().drain();
    expect(await planOf(encounterId)).toMatchObject({ state: 'paused', paused_reasons: ['consent-withdrawn'] });
    await test().advanceHours(1);
    await decide('granted');
    await test().drain();
    expect(await planOf(encounterId)).toMatchObject({ state: 'active', paused_reasons: [] });
  });

  it('a merge with somebody who is on hold', async () => {
    const { patientId, encounterId } = await discharged();
    const into = await person(test());
    await test().tenant((tx) =>
      setHold(tx, scope(), { id: newId(), patientId: into, encounterId: null, reason: 'dispute' }),
    );
    await test().tenant((tx) => mergePatients(tx, scope(), patientId, into));
    await test().drain();
    expect(await planOf(encounterId)).toMatchObject({ patient_id: into, state: 'paused', paused_reasons: ['hold'] });
  });
});

describe('corrections and endings that a person decides about', () => {
  it('moves only what nobody has begun', async () => {
    const { patientId, encounterId } = await discharged();
    const plan = await planOf(encounterId);
    await test().advanceHours(28);
    const visit = await task(plan.id, 'wound-visit');
    const done = await task(plan.id, 'message-day-1');
    const surgeryAt = new Date((plan.surgery_at?.getTime() ?? 0) - 86_400_000);
    await kneeStay(test(), patientId, { kind: 'update', dischargedAt: plan.discharged_at, surgeryAt });
    await test().drain();
    expect((await task(plan.id, 'wound-visit')).due_at.getTime()).toBe(visit.due_at.getTime() - 86_400_000);
    expect(await task(plan.id, 'message-day-1')).toEqual(done);
    expect(await events(patientId)).toEqual(['plan.started', 'plan.changed']);
  });

  it('follows a transfer with people only', async () => {
    const { encounterId } = await discharged({ disposition: 'transferred' });
    const plan = await planOf(encounterId);
    expect(plan.variant).toBe('transferred');
    expect([...new Set((await tasks(plan.id)).map((one) => one.kind))].sort()).toEqual(['call', 'recall', 'visit']);
  });

  it('waits for the ward when somebody left against advice, and a later word settles it', async () => {
    const { patientId, encounterId } = await discharged({ disposition: 'against-advice' });
    const plan = await planOf(encounterId);
    expect(plan).toMatchObject({ state: 'awaiting-choice', variant: null });
    expect(await tasks(plan.id)).toEqual([]);
    const item = () => test().tenant((tx) => itemById(tx, plan.choice_item_id ?? ''));
    expect(await item()).toMatchObject({ kind: 'choice', state: 'open', patient_id: patientId });
    await test().advanceHours(1);
    await kneeStay(test(), patientId, { kind: 'update', disposition: 'home' });
    await test().drain();
    expect(await planOf(encounterId)).toMatchObject({ state: 'active', variant: 'home', choice_item_id: null });
    expect(await item()).toMatchObject({ state: 'cancelled' });
  });
});

describe('a medicine review that is due', () => {
  /** Whatever the hour of the discharge, ten o'clock of the next day is past. */
  const PAST_TEN = 36;

  it('puts a medicine review on the list once, and off it when it is done', async () => {
    const { patientId, encounterId } = await discharged();
    const plan = await planOf(encounterId);
    expect(await review(plan.id)).toBeNull();
    await test().advanceHours(PAST_TEN);
    const { id } = await task(plan.id, REVIEW);
    const open = await review(plan.id);
    expect(open).toMatchObject({
      kind: 'review',
      state: 'open',
      patient_id: patientId,
      ward_id: plan.ward_id,
      ref_kind: 'task',
      ref_id: id,
      owner_role: 'nurse',
      title: { 'zh-CN': '核对出院带药', en: 'Check the discharge medicines' },
      reason: {
        'zh-CN': '人工膝关节置换术后恢复 · 回家第 1 天',
        en: 'Recovery after knee replacement · day 1 at home',
      },
      due_at: (await task(plan.id, REVIEW)).limit_at,
    });
    await test().tenant((tx) => onTaskWoken(tx, asked({ id }), test().house.ctx));
    expect(await review(plan.id)).toEqual(open);
    for (const _ of [1, 2]) await test().tenant((tx) => completeTask(tx, scope(), id, { outcome: 'done' }));
    expect(await review(plan.id)).toMatchObject({ state: 'done', reason_code: 'done' });
    // What only shows on the plan is on no list.
    expect(await test().tenant(async (tx) => itemById(tx, (await task(plan.id, 'join-group')).id))).toBeNull();
  });

  it('takes a due review off the list, and back while it is owed', async () => {
    const { patientId, encounterId } = await discharged();
    const plan = await planOf(encounterId);
    const neighbour = await discharged();
    await test().advanceHours(PAST_TEN);
    const other = (await planOf(neighbour.encounterId)).id;
    const holdId = newId();
    await test().tenant((tx) => setHold(tx, scope(), { id: holdId, patientId, encounterId, reason: 'dispute' }));
    await test().drain();
    expect(await review(plan.id)).toMatchObject({ state: 'cancelled', reason_code: 'hold' });
    await test().tenant((tx) => liftHold(tx, scope(), patientId, holdId));
    await test().drain();
    expect(await review(plan.id)).toMatchObject({ state: 'open', reason_code: null, closed_at: null });
    const readmitted = { kind: 'admit', visitNo: `R-${patientId}`, dischargedAt: null, disposition: null } as const;
    await kneeStay(test(), patientId, { ...readmitted, admittedAt: await test().now() });
    await test().drain();
    expect(await review(plan.id)).toMatchObject({ state: 'cancelled', reason_code: 'readmitted' });
    await test().tenant((tx) => markDeceased(tx, scope(), patientId, tx.now, 'staff'));
    await test().drain();
    expect(await task(plan.id, REVIEW)).toMatchObject({ state: 'cancelled', reason_code: 'died' });
    expect((await review(plan.id))?.state).toBe('cancelled');
    expect((await review(other))?.state).toBe('open');
    // An ending closes what is on the list at that moment.
    await test().tenant((tx) => markDeceased(tx, scope(), neighbour.patientId, tx.now, 'staff'));
    await test().drain();
    expect(await review(other)).toMatchObject({ state: 'cancelled', reason_code: 'died' });
  });
});

it('writes no name and no number into the log', () => {
  expect(test().logLines.join('\n')).not.toMatch(/测试\d|021-5555/);
});
