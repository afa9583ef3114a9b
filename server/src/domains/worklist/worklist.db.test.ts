import { beforeEach, describe, expect, it } from 'vitest';
import { person } from '../../../test/build/person.ts';
import { useHouse } from '../../../test/harness.ts';
import { payloadsOf } from '../../../test/rows.ts';
import { newId } from '../../kernel/ids/index.ts';
import type { DomainEvent } from '../../kernel/outbox/index.ts';
import { putAbsence, staffByIds, staffByNo, systemScope, wardByCode } from '../identity/index.ts';
import { mergePatients, setHold } from '../patients/index.ts';
import { askedFor } from './asked.store.ts';
import { manifest } from './domain.ts';
import { close, itemById, type NewItem, open, reopen, resume, suspend } from './index.ts';
import { secondsOn } from './minutes.store.ts';
import { countMinutes, startMinutes } from './minutes.ts';

const test = useHouse();
let patientId: string;
let neighbour: string;

beforeEach(async () => {
  patientId = await person(test());
  neighbour = await openFor(await person(test()), { kind: 'call' });
});

const both = (text: string) => ({ 'zh-CN': text, en: text });
const staff = async (no: string) => test().tenant(async (tx) => (await staffByNo(tx, no))?.id ?? '');

async function openFor(whom: string, over: Partial<NewItem> = {}, dueInMinutes = 600): Promise<string> {
  const id: string = newId();
  await test().tenant(async (tx) =>
    open(tx, {
      id,
      kind: 'question',
      patientId: whom,
      encounterId: null,
      wardId: (await wardByCode(tx, 'GK1'))?.id ?? null,
      ref: { kind: 'question', id: newId() },
      title: both('问药'),
      reason: both('等答复'),
      urgency: 0,
      risk: null,
      windowFrom: null,
      dueAt: new Date(tx.now.getTime() + dueInMinutes * 60_000),
      limitAt: null,
      ownerStaffId: null,
      ownerRole: 'nurse',
      ...over,
    }),
  );
  return id;
}

const row = async (id: string) => {
  const item = await test().tenant((tx) => itemById(tx, id));
  if (!item) throw new Error('no such item');
  return item;
};
async function asked(id: string): Promise<string[]> {
  const numbers = await test().tenant(async (tx) => staffByIds(tx, await askedFor(tx, id)));
  return numbers.map((one) => one.staff_no).sort();
}
const events = (type: string, itemId: string) => payloadsOf(test(), type, 'itemId', itemId);
async function again(name: string, payload: DomainEvent['payload']) {
  const handler = manifest.handlers?.[name];
  if (!handler) throw new Error(`no handler ${name}`);
  const event = { hospitalId: test().hospitalId, id: newId(), lane: patientId, type: 'x', version: 1, payload };
  await test().tenant((tx) => handler.run(tx, { ...event, occurredAt: tx.now }, test().house.ctx));
}

describe('the chain', () => {
  it('asks owner, nurses on duty, head nurse, doctor on duty, each after its own time', async () => {
    const owner = await staff('N101');
    const id = await openFor(patientId, { kind: 'alert', ownerStaffId: owner, ackMinutes: 10 });
    expect(await row(id)).toMatchObject({ owner_staff_id: owner, level: 'owner' });
    const seen: unknown[] = [];
    for (let step = 0; step < 3; step += 1) {
      await test().advanceTo(new Date((await test().now()).getTime() + 11 * 60_000));
      seen.push([(await row(id)).level, await asked(id)]);
    }
    expect(seen.map((one) => (one as unknown[])[0])).toEqual(['nurses-on-duty', 'head-nurse', 'doctor-on-duty']);
    expect((seen[1] as [string, string[]])[1]).toContain('H100');
    expect((seen[2] as [string, string[]])[1].some((no) => no.startsWith('D'))).toBe(true);
    expect((await row(neighbour)).level).toBe('owner');
  });
  it('says each step once, also when woken twice', async () => {
    const id = await openFor(patientId, { kind: 'alert', ownerStaffId: await staff('N101'), ackMinutes: 10 });
    await test().advanceTo(new Date((await test().now()).getTime() + 11 * 60_000));
    await again('worklist.on-item-woken', { id });
    await again('worklist.on-item-woken', { id });
    const assigned = await events('item.assigned', id);
    expect(assigned.map(({ level }) => level)).toEqual(['owner', 'nurses-on-duty']);
  });
  it('goes to the cover of an owner who is away, and back to nobody else', async () => {
    const [owner, cover] = [await staff('N101'), await staff('N102')];
    await test().tenant((tx) =>
      putAbsence(tx, {
        id: newId(),
        staff_id: owner,
        from_on: '2031-03-01',
        to_on: '2031-03-02',
        cover_staff_id: cover,
      }),
    );
    const before = await openFor(patientId, { ownerStaffId: owner });
    expect((await row(before)).owner_staff_id).toBe(owner);
    const today = (await test().now()).toISOString().slice(0, 10);
    await test().tenant((tx) =>
      putAbsence(tx, { id: newId(), staff_id: owner, from_on: today, to_on: '2040-01-01', cover_staff_id: cover }),
    );
    expect((await row(await openFor(patientId, { ownerStaffId: owner }))).owner_staff_id).toBe(cover);
    await again('worklist.on-item-woken', { id: before });
    expect((await row(before)).owner_staff_id).toBe(cover);
  });
});

describe('the due time', () => {
  it('goes to the head nurse, moves up and is counted once', async () => {
    const id = await openFor(patientId, { kind: 'call' }, 30);
    const rank = (await row(id)).rank;
    await test().advanceTo(new Date((await test().now()).getTime() + 31 * 60_000));
    const late = await row(id);
    expect(late).toMatchObject({ urgency: 2, overdue_at: expect.any(Date), first_late_at: expect.any(Date) });
    expect(late.rank).toBeLessThan(rank);
    expect(await asked(id)).toEqual(['H100']);
    await again('worklist.on-item-woken', { id });
    expect(await events('item.overdue', id)).toHaveLength(1);
  });
});

it('opens once, closes once', async () => {
  const id: string = newId();
  const item = { id, kind: 'review' as const };
  await openFor(patientId, item);
  await openFor(patientId, item);
  expect(await events('item.assigned', id)).toHaveLength(1);
  await test().tenant((tx) => close(tx, id, 'done', 'answered'));
  await test().tenant((tx) => close(tx, id, 'cancelled', 'other'));
  expect(await row(id)).toMatchObject({ state: 'done', reason_code: 'answered', wake_at: null });
  expect(await events('item.done', id)).toHaveLength(1);
});

it('comes back when what was cancelled is owed again, not when it was done', async () => {
  const id = await openFor(patientId, { kind: 'review' });
  const count = async () => (await events('item.assigned', id)).length;
  await test().tenant((tx) => reopen(tx, id));
  expect(await count()).toBe(1);
  await test().tenant((tx) => close(tx, id, 'cancelled', 'hold'));
  for (const _ of [1, 2]) await test().tenant((tx) => reopen(tx, id));
  expect(await row(id)).toMatchObject({ state: 'open', reason_code: null, closed_at: null, wake_at: expect.any(Date) });
  expect(await count()).toBe(2);
  await test().tenant((tx) => close(tx, id, 'done', 'done'));
  await test().tenant((tx) => reopen(tx, id));
  expect((await row(id)).state).toBe('done');
});

describe('a hold', () => {
  it('takes everything but alerts off the list and a lifted one brings it back', async () => {
    const call = await openFor(patientId, { kind: 'call' });
    const alert = await openFor(patientId, { kind: 'alert' });
    await test().tenant((tx) =>
      setHold(tx, systemScope(tx.hospitalId), { id: newId(), patientId, encounterId: null, reason: 'dispute' }),
    );
    await test().drain();
    await again('worklist.on-hold', { patientId });
    expect((await row(call)).state).toBe('suspended');
    expect((await row(alert)).state).toBe('open');
    expect((await row(neighbour)).state).toBe('open');
  });
  it('looks at the clock when it comes back', async () => {
    const id = await openFor(patientId, { kind: 'call' }, 30);
    await test().tenant((tx) => suspend(tx, patientId));
    await test().advanceTo(new Date((await test().now()).getTime() + 60 * 60_000));
    expect(await row(id)).toMatchObject({ state: 'suspended', overdue_at: null });
    await test().tenant((tx) => resume(tx, patientId));
    await test().advanceTo(new Date((await test().now()).getTime() + 60_000));
    expect(await row(id)).toMatchObject({ state: 'open', overdue_at: expect.any(Date) });
  });
});

it('follows a merged person', async () => {
  const into = await person(test());
  const id = await openFor(patientId);
  await test().tenant((tx) => mergePatients(tx, systemScope(tx.hospitalId), patientId, into));
  await test().drain();
  await again('worklist.on-patient-merged', { from: patientId, into });
  expect((await row(id)).patient_id).toBe(into);
});

describe('minutes', () => {
  it('grow, never beyond the time that passed, and only for their own person', async () => {
    const caller = await test().signIn('N101');
    const me = (await caller.ok('identity.me')).staff.id;
    const scopeOf = (id: string) =>
      ({ ...systemScope(test().hospitalId), principal: { kind: 'staff', id } }) as unknown as Parameters<
        typeof startMinutes
      >[1];
    const sitting: string = newId();
    const ref = { kind: 'call', id: newId() as string };
    const start = () =>
      test().tenant((tx) => startMinutes(tx, scopeOf(me), { id: sitting, patientId, encounterId: null, ref }));
    await start();
    await start();
    await test().advanceTo(new Date((await test().now()).getTime() + 5 * 60_000));
    const count = (who: string, seconds: number, closed = false) =>
      test().tenant((tx) => countMinutes(tx, scopeOf(who), sitting, seconds, closed));
    await count(me, 120);
    await count(me, 60);
    await count(await staff('N102'), 250);
    expect(await test().tenant((tx) => secondsOn(tx, 'call', ref.id))).toBe(120);
    await count(me, 86_400, true);
    const seconds = await test().tenant((tx) => secondsOn(tx, 'call', ref.id));
    expect(seconds).toBeGreaterThanOrEqual(300);
    expect(seconds).toBeLessThan(330);
    await count(me, 86_400);
    expect(await test().tenant((tx) => secondsOn(tx, 'call', ref.id))).toBe(seconds);
  });
});
