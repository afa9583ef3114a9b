import { beforeEach, describe, expect, it } from 'vitest';
import { type Knee, kneeAtHome, kneeStay } from '../../../test/build/knee.ts';
import { useHouse } from '../../../test/harness.ts';
import { countCallsOf } from '../../../test/rows.ts';
import { newId } from '../../kernel/ids/index.ts';
import type { DomainEvent } from '../../kernel/outbox/index.ts';
import { systemScope } from '../identity/index.ts';
import { liftHold, markDeceased, mergePatients, setHold } from '../patients/index.ts';
import { itemById } from '../worklist/index.ts';
import { type CallRow, callById } from './call.store.ts';
import { manifest } from './domain.ts';
import { windowOf } from './lay-out.ts';

const test = useHouse();
let knee: Knee;
let neighbour: Knee;

beforeEach(async () => {
  knee = await kneeAtHome(test());
  neighbour = await kneeAtHome(test());
});

async function call(of = knee): Promise<CallRow> {
  const row = await test().tenant((tx) => callById(tx, of.callId));
  if (!row) throw new Error('no such call');
  return row;
}
const item = async (of = knee) => test().tenant(async (tx) => itemById(tx, (await call(of)).item_id));
const countCalls = () => countCallsOf(test(), knee.encounterId);
async function again(name: string, type: string, payload: DomainEvent['payload']) {
  const handler = manifest.handlers?.[name];
  if (!handler) throw new Error(`no handler ${name}`);
  const event = { hospitalId: test().hospitalId, id: newId(), lane: knee.patientId, type, version: 1, payload };
  await test().tenant((tx) => handler.run(tx, { ...event, occurredAt: tx.now }, test().house.ctx));
}
const scope = () => systemScope(test().hospitalId);
async function hold(): Promise<string> {
  const id: string = newId();
  await test().tenant((tx) =>
    setHold(tx, scope(), { id, patientId: knee.patientId, encounterId: null, reason: 'dispute' }),
  );
  await test().drain();
  return id;
}

describe('a discharge', () => {
  it('lays out one call with its window, script and item, however often it is told', async () => {
    const row = await call();
    const hours = (at: Date) => Math.round((at.getTime() - row.discharged_at.getTime()) / 3_600_000);
    expect([hours(row.window_from), hours(row.due_at), hours(row.limit_at)]).toEqual([24, 48, 72]);
    expect(row).toMatchObject({ state: 'waiting', variant: 'home', pack_slug: 'knee-replacement' });
    expect(await item()).toMatchObject({ kind: 'call', state: 'open', ref_id: row.id, patient_id: knee.patientId });
    await again('calls.on-plan', 'plan.started', { planId: row.plan_id });
    await again('calls.on-plan', 'plan.changed', { planId: row.plan_id });
    await kneeStay(test(), knee.patientId, knee.visitNo, 'discharge');
    await test().drain();
    expect(await countCalls()).toBe(1);
    expect((await call()).item_id).toBe(row.item_id);
  });
  it('goes through the medicines of this stay with the advice of their class', async () => {
    const question = (await call()).script.questions.find((one) => one.kind === 'medicines');
    const medicines = question?.kind === 'medicines' ? question.medicines : [];
    expect(medicines.map(({ text }) => text)).toEqual(['利伐沙班片 10mg', '塞来昔布胶囊 0.2g']);
    expect(medicines.every(({ advice }) => advice !== null)).toBe(true);
  });
  it.each(['transferred', 'against-advice'] as const)('that ended %s has its own script', async (disposition) => {
    const moved = disposition === 'transferred' ? await kneeAtHome(test(), { disposition }) : null;
    if (moved) expect((await call(moved)).variant).toBe(disposition);
    else expect((await call()).script.questions.some(({ id }) => id === 'home-safe')).toBe(true);
  });
  it('heard of late is laid out and late at once', async () => {
    const late = await kneeAtHome(test(), { hoursHome: 60 });
    await test().advanceTo(new Date((await test().now()).getTime() + 60_000));
    expect(await item(late)).toMatchObject({ overdue_at: expect.any(Date), urgency: 2 });
    expect((await item(late))?.reason['zh-CN']).toContain('来晚了');
  });
});

describe('what stops a call', () => {
  it('a readmission cancels it', async () => {
    await kneeStay(test(), knee.patientId, `R-${knee.patientId}`, 'admit');
    await test().drain();
    const { plan_id } = await call();
    await again('calls.on-plan', 'plan.paused', { planId: plan_id });
    expect(await call()).toMatchObject({ state: 'cancelled', reason_code: 'readmitted' });
    expect(await item()).toMatchObject({ state: 'cancelled', reason_code: 'readmitted' });
    expect((await call(neighbour)).state).toBe('waiting');
  });
  it('a cancelled discharge cancels it', async () => {
    await kneeStay(test(), knee.patientId, knee.visitNo, 'cancel-discharge');
    await test().drain();
    expect((await call()).state).toBe('cancelled');
    expect((await item())?.state).toBe('cancelled');
  });
  it('a death cancels it for good', async () => {
    await test().tenant((tx) => markDeceased(tx, scope(), knee.patientId, tx.now, 'feed'));
    await test().drain();
    await again('calls.on-person-stopped', 'patient.died', { patientId: knee.patientId });
    await again('calls.on-plan', 'plan.resumed', { planId: (await call()).plan_id });
    expect((await call()).state).toBe('cancelled');
    expect((await item())?.state).toBe('cancelled');
    expect((await call(neighbour)).state).toBe('waiting');
  });
  it('a hold lets it rest and its lifting brings it back on the list', async () => {
    const id = await hold();
    await again('calls.on-person-stopped', 'hold.set', { patientId: knee.patientId });
    expect((await call()).state).toBe('suspended');
    expect((await item())?.state).toBe('cancelled');
    await test().tenant((tx) => liftHold(tx, scope(), knee.patientId, id));
    await test().drain();
    await again('calls.on-plan', 'plan.resumed', { planId: (await call()).plan_id });
    expect((await call()).state).toBe('waiting');
    expect(await item()).toMatchObject({ state: 'open', kind: 'call' });
    expect(await countCalls()).toBe(1);
  });
  it('a hold that outlasts its last time leaves nothing to bring back', async () => {
    const id = await hold();
    await test().advanceTo(new Date((await call()).limit_at.getTime() + 3_600_000));
    await test().tenant((tx) => liftHold(tx, scope(), knee.patientId, id));
    await test().drain();
    expect(await call()).toMatchObject({ state: 'cancelled', reason_code: 'past-when-resumed' });
  });
});

it('follows a merged person and the risk of the stay', async () => {
  const into = await kneeAtHome(test());
  await test().tenant((tx) => mergePatients(tx, scope(), knee.patientId, into.patientId));
  await test().drain();
  await again('calls.on-patient-merged', 'patient.merged', { from: knee.patientId, into: into.patientId });
  expect((await call()).patient_id).toBe(into.patientId);
  await again('calls.on-risk-changed', 'risk.changed', { encounterId: into.encounterId, patientId: into.patientId });
  expect((await item(into))?.risk).toEqual(expect.any(Number));
});

it('keeps the window of the pack for the first call and a day for others', () => {
  const at = (hours: number) => new Date(hours * 3_600_000);
  const hours = { fromHours: 24, dueHours: 48, limitHours: 72 };
  expect(windowOf({ first: true, dueAt: at(30), limitAt: null }, at(0), hours)).toEqual({
    from: at(24),
    due: at(48),
    limit: at(72),
  });
  expect(windowOf({ first: false, dueAt: at(240), limitAt: null }, at(0), hours)).toEqual({
    from: at(240),
    due: at(264),
    limit: at(288),
  });
});
