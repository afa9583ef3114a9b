import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../../../contract/careplans.ts';
import { kneeStay } from '../../../test/build/discharge.ts';
import { person } from '../../../test/build/person.ts';
import { type TestHouse, useHouse } from '../../../test/harness.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { hospitalByCode, systemScope, wardByCode } from '../identity/index.ts';
import { setHold } from '../patients/index.ts';
import { planOfStay } from './index.ts';
import { settleStay } from './settle-stay.ts';

const test = useHouse();
let patientId: string;
let neighbour: string;
let wardId: string;

beforeAll(async () => {
  patientId = await person(test());
  neighbour = await person(test());
  await kneeStay(test(), patientId);
  await kneeStay(test(), neighbour);
  await test().drain();
  wardId = await test().tenant(async (tx) => (await wardByCode(tx, 'GK1'))?.id ?? '');
});

const nurse = () => test().signIn('N101');
const planOf = async (of = patientId): Promise<Plan> => {
  const [plan] = (await (await nurse()).ok('careplans.listPlans', { params: { patientId: of } })).items;
  if (!plan) throw new Error('no plan');
  return plan;
};

describe('who may see and change a plan', () => {
  it('nobody who is not signed in, no role without the permission', async () => {
    const { id } = await planOf();
    const stranger = test().stranger();
    expect((await stranger.ask('careplans.listPlans', { params: { patientId } })).status).toBe(401);
    expect((await stranger.ask('careplans.pausePlan', { params: { planId: id }, body: { version: 1 } })).status).toBe(
      401,
    );
    for (const role of ['K601', 'M701', 'P704', 'T801']) {
      const caller = await test().signIn(role);
      expect((await caller.ask('careplans.listPlans', { params: { patientId } })).status, role).toBe(403);
      expect((await caller.ask('careplans.listPlanTasks', { params: { planId: id } })).status, role).toBe(403);
      expect((await caller.ask('careplans.listUnplanned', { params: { wardId } })).status, role).toBe(403);
      const body = { version: 1, reason: 'patient-wish' as const };
      expect((await caller.ask('careplans.endPlan', { params: { planId: id }, body })).status, role).toBe(403);
    }
  });

  it('another ward gets 404 for everything, as does an id nobody has', async () => {
    const { id, version } = await planOf();
    const other = await test().signIn('N111');
    const { items } = await (await nurse()).ok('careplans.listPlanTasks', { params: { planId: id } });
    const asks = [
      other.ask('careplans.listPlans', { params: { patientId } }),
      other.ask('careplans.listPlanTasks', { params: { planId: id } }),
      other.ask('careplans.pausePlan', { params: { planId: id }, body: { version } }),
      other.ask('careplans.resumePlan', { params: { planId: id }, body: { version } }),
      other.ask('careplans.endPlan', { params: { planId: id }, body: { version, reason: 'patient-wish' } }),
      other.ask('careplans.choosePlan', { params: { planId: id }, body: { version, choice: 'none' } }),
      other.ask('careplans.completeTask', {
        params: { taskId: items[0]?.id ?? '' },
        body: { version: 1, outcome: 'done' },
      }),
      other.ask('careplans.listUnplanned', { params: { wardId } }),
      (await nurse()).ask('careplans.listPlanTasks', { params: { planId: newId() } }),
      (await nurse()).ask('careplans.pausePlan', { params: { planId: newId() }, body: { version: 1 } }),
    ];
    expect((await Promise.all(asks)).map(({ status }) => status)).toEqual(asks.map(() => 404));
  });

  it('a plan of another hospital is a plan of nobody', async () => {
    const { ctx } = test().house;
    const other = await hospitalByCode(ctx.db, 'other');
    if (!other) throw new Error('the other hospital is missing');
    const there: TestHouse = { ...test(), tenant: <T>(work: (tx: Tx) => Promise<T>) => ctx.db.tenant(other.id, work) };
    const foreign = await person(there);
    const encounterId = await kneeStay(there, foreign);
    await there.tenant((tx) => settleStay(tx, ctx.words, encounterId));
    const plan = await ctx.db.tenant(other.id, (tx) => planOfStay(tx, encounterId));
    expect(plan).toMatchObject({ state: 'not-started', not_started_reason: 'no-pathway' });
    const manager = await test().signIn('C401');
    const params = { planId: plan?.id ?? '' };
    expect((await manager.ask('careplans.listPlanTasks', { params })).status).toBe(404);
    expect((await manager.ask('careplans.listPlans', { params: { patientId: foreign } })).status).toBe(404);
    expect((await manager.ask('careplans.pausePlan', { params, body: { version: 1 } })).status).toBe(404);
    expect((await manager.ask('careplans.listPlans', { params: { patientId } })).status).toBe(200);
  });
});

describe('a plan on the screen', () => {
  it('shows phases on the calendar, the day, and why this pack', async () => {
    const plan = await planOf();
    expect(plan).toMatchObject({
      patientId,
      state: 'active',
      dayNumber: 0,
      pack: { slug: 'knee-replacement', signed: false },
    });
    expect(plan.phases.map((phase) => phase.now)).toEqual([false, true, false, false, false]);
    expect(plan.phases[1]).toMatchObject({ fromOn: '2031-03-03', toOn: '2031-03-13' });
    expect(plan.phases.at(-1)?.toOn).toBeNull();
  });

  it('lists the tasks of some days only, page by page, of this plan only', async () => {
    const caller = await nurse();
    const { id } = await planOf();
    const query = { from: '2031-03-04', to: '2031-03-05', limit: 5 };
    const found = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page: { items: { planId: string; dueAt: string }[]; next: string | null } = await caller.ok(
        'careplans.listPlanTasks',
        { params: { planId: id }, query: { ...query, ...(after ? { after } : {}) } },
      );
      found.push(...page.items);
      after = page.next;
    }
    expect(found.length).toBeGreaterThan(15);
    expect(found.every((task) => task.planId === id)).toBe(true);
    expect(found.map((task) => task.dueAt)).toEqual(found.map((task) => task.dueAt).sort());
    expect(found.every((task) => task.dueAt >= '2031-03-03T16:00' && task.dueAt < '2031-03-05T16:00')).toBe(true);
  });

  it('refuses a cursor of another list and a day that is none', async () => {
    const { id } = await planOf();
    const caller = await nurse();
    const ask = (query: { after?: string; from?: string }) =>
      caller.ask('careplans.listPlanTasks', { params: { planId: id }, query });
    expect((await ask({ after: 'bm9uc2Vuc2U' })).status).toBe(422);
    expect((await ask({ from: '2031-02-30' })).status).toBeGreaterThanOrEqual(400);
  });
});

describe('what a nurse does with a plan', () => {
  it('pauses and resumes; an old version gets 409, a hold keeps it resting', async () => {
    const caller = await nurse();
    const plan = await planOf();
    const paused = await caller.ok('careplans.pausePlan', {
      params: { planId: plan.id },
      body: { version: plan.version },
    });
    expect(paused).toMatchObject({ state: 'paused', pausedReasons: ['staff'] });
    const again = await caller.ask('careplans.pausePlan', {
      params: { planId: plan.id },
      body: { version: plan.version },
    });
    expect(again.status).toBe(409);
    await test().tenant((tx) =>
      setHold(tx, systemScope(tx.hospitalId), {
        id: newId(),
        patientId: neighbour,
        encounterId: null,
        reason: 'dispute',
      }),
    );
    await test().drain();
    const held = await planOf(neighbour);
    const params = { planId: held.id };
    const both = await caller.ok('careplans.pausePlan', { params, body: { version: held.version } });
    expect(both.pausedReasons).toEqual(['hold', 'staff']);
    expect(await caller.ok('careplans.resumePlan', { params, body: { version: both.version } })).toMatchObject({
      state: 'paused',
      pausedReasons: ['hold'],
    });
    const back = await caller.ok('careplans.resumePlan', {
      params: { planId: plan.id },
      body: { version: paused.version },
    });
    expect(back).toMatchObject({ state: 'active', pausedReasons: [] });
  });

  it('ticks off what a person does, not a call and not a message', async () => {
    const caller = await nurse();
    const { id } = await planOf();
    await test().advanceHours(26);
    const { items } = await caller.ok('careplans.listPlanTasks', { params: { planId: id }, query: { limit: 100 } });
    const of = (kind: string) => items.find((task) => task.kind === kind);
    const complete = (task: { id: string; version: number } | undefined, version = task?.version ?? 0) =>
      caller.ask('careplans.completeTask', { params: { taskId: task?.id ?? '' }, body: { version, outcome: 'done' } });
    const review = of('medicine-review');
    expect(review).toMatchObject({ state: 'due', completable: true, late: false });
    expect((await complete(review, 99)).status).toBe(409);
    expect((await complete(review)).body).toMatchObject({ state: 'done', outcome: 'done', completable: false });
    expect((await complete(of('call'))).body.type).toBe('urn:dayone:careplans:task-not-completable');
    expect((await complete(of('message'))).status).toBe(409);
  });

  it('chooses for somebody who left against advice, once', async () => {
    const caller = await nurse();
    const patient = await person(test());
    await kneeStay(test(), patient, { disposition: 'against-advice' });
    await test().drain();
    const plan = await planOf(patient);
    expect(plan).toMatchObject({ state: 'awaiting-choice', phases: [] });
    const choice = (version: number) =>
      caller.ask('careplans.choosePlan', { params: { planId: plan.id }, body: { version, choice: 'home' } });
    const chosen = await choice(plan.version);
    expect(chosen.body).toMatchObject({ state: 'active', variant: 'home' });
    expect((await choice(chosen.body.version)).body.type).toBe('urn:dayone:careplans:plan-not-awaiting');
  });

  it('ends a plan for a reason, and then there is nothing left to do with it', async () => {
    const caller = await nurse();
    const plan = await planOf();
    const params = { planId: plan.id };
    const ended = await caller.ok('careplans.endPlan', {
      params,
      body: { version: plan.version, reason: 'patient-wish' },
    });
    expect(ended).toMatchObject({ state: 'ended', endedReason: 'patient-wish' });
    expect((await caller.ask('careplans.pausePlan', { params, body: { version: ended.version } })).body.type).toBe(
      'urn:dayone:careplans:plan-not-under-way',
    );
    // A reason only the house may give.
    const made = await caller.ask('careplans.endPlan', {
      params,
      body: { version: ended.version, reason: 'died' as 'patient-wish' },
    });
    expect(made.status).toBeGreaterThanOrEqual(400);
  });

  it('sees which discharges of the ward no pack follows', async () => {
    const patient = await person(test());
    await kneeStay(test(), patient, { procedures: [] });
    await test().drain();
    const { items, count } = await (await nurse()).ok('careplans.listUnplanned', { params: { wardId } });
    expect(items).toMatchObject([{ patientId: patient, reason: 'no-pathway' }]);
    expect(count).toBe(1);
  });
});
