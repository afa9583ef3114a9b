import { describe, expect, it } from 'vitest';
import { person } from '../../../test/build/person.ts';
import { useHouse } from '../../../test/harness.ts';
import { newId } from '../../kernel/ids/index.ts';
import { atLocal } from '../../kernel/time/index.ts';
import { hospitalByCode, systemScope } from '../identity/index.ts';
import { inApp } from './adapter.ts';
import { attempt } from './attempt.ts';
import { manifest } from './domain.ts';
import { gateRow } from './gate.store.ts';
import { allowOutgoing, releaseSurge, releaseWave, stopOutgoing } from './gate.ts';
import { historyOf } from './history.store.ts';
import { gateState, holdForSurge, type SendInput, send } from './index.ts';
import { messageById } from './message.store.ts';

const test = useHouse();
const at = (on: string, time: string) => atLocal(on, time, 'Asia/Shanghai');
const scope = () => systemScope(test().hospitalId);
const both = (text: string) => ({ 'zh-CN': text, en: text });

async function queue(patientId: string, over: Partial<SendInput> = {}): Promise<string> {
  return test().tenant((tx) =>
    send(tx, {
      dedupeKey: newId(),
      patientId,
      encounterId: null,
      purpose: 'care',
      title: both('第 1 天'),
      body: '今天走几步',
      outsideTitle: both('您有一条新消息'),
      because: { kind: 'task', ref: 'd1' },
      ...over,
    }),
  );
}

const stateOf = (id: string) => test().tenant(async (tx) => (await messageById(tx, id))?.state);
const version = () => test().tenant(async (tx) => (await gateRow(tx))?.version ?? 0);
const state = () => test().tenant(gateState);
async function stop(): Promise<void> {
  const input = { reason: '短信内容有误', version: await version() };
  await test().tenant((tx) => stopOutgoing(tx, scope(), input));
}
async function allow(): Promise<void> {
  const input = { version: await version() };
  await test().tenant((tx) => allowOutgoing(tx, scope(), input));
}

async function onOpened(type: string): Promise<void> {
  const { hospitalId, house } = test();
  const event = {
    hospitalId,
    id: newId(),
    lane: hospitalId,
    type,
    version: 1,
    payload: {},
    occurredAt: await test().now(),
  };
  await test().tenant(async (tx) => manifest.handlers?.['channels.on-gate-opened']?.run(tx, event, house.ctx));
}

describe('the switch', () => {
  it('holds what falls due and lets alerts pass, also at night; opened, each is checked again', async () => {
    await test().advanceTo(at('2031-03-04', '20:50'));
    const [one, another] = [await person(test()), await person(test())];
    await stop();
    const held = await queue(one);
    const dying = await queue(another, { expiresAt: at('2031-03-05', '00:30') });
    await test().drain();
    expect(await stateOf(held)).toBe('held');
    expect(await stateOf(dying)).toBe('held');
    await test().advanceTo(at('2031-03-05', '03:00'));
    const alert = await queue(one, { purpose: 'alert' });
    await test().drain();
    expect(await stateOf(alert)).toBe('sent');
    await allow();
    await test().drain();
    expect(await stateOf(held)).toBe('waiting');
    expect(await stateOf(dying)).toBe('cancelled');
    await test().advanceTo(at('2031-03-05', '08:00'));
    expect(await stateOf(held)).toBe('sent');
    const story = await test().tenant((tx) => historyOf(tx, [held]));
    expect(story.map((event) => event.what)).toEqual(['queued', 'held', 'released', 'postponed', 'sent']);
    await onOpened('gate.opened');
    await onOpened('gate.wave-due');
    expect(await stateOf(held)).toBe('sent');
  });

  it('waits for the message in flight; once it has answered nothing more leaves', async () => {
    await stop();
    await allow();
    const patientId = await person(test());
    const [inFlight, next] = [await queue(patientId), await queue(patientId)];
    const order: string[] = [];
    let stopping: Promise<unknown> = Promise.resolve();
    const slow: typeof inApp = {
      channel: 'in-app',
      carry: async (tx, parcel) => {
        stopping = stop().then(() => order.push('stopped'));
        // Time enough for a stop that would not wait: forty other transactions come and go.
        for (let n = 0; n < 40; n += 1) await test().now();
        order.push('carried');
        return inApp.carry(tx, parcel);
      },
    };
    await test().tenant((tx) => attempt(tx, inFlight, slow));
    await stopping;
    expect(order).toEqual(['carried', 'stopped']);
    expect(await stateOf(inFlight)).toBe('sent');
    await test().drain();
    expect(await stateOf(next)).toBe('held');
    await allow();
    await test().drain();
    expect(await stateOf(next)).toBe('sent');
  });

  it('refuses who has not seen its present state, and is of one hospital alone', async () => {
    const seen = await version();
    await stop();
    await expect(test().tenant((tx) => allowOutgoing(tx, scope(), { version: seen }))).rejects.toMatchObject({
      status: 409,
    });
    const other = await hospitalByCode(test().house.ctx.db, 'other');
    expect(other && (await test().house.ctx.db.tenant(other.id, gateState))).toBe('open');
    await expect(stop()).rejects.toMatchObject({ status: 409 });
    const now = await version();
    await expect(test().tenant((tx) => releaseSurge(tx, scope(), { version: now }))).rejects.toMatchObject({
      status: 409,
    });
    await allow();
  });

  it('lets held messages go in waves, and pauses while the house is busy', async () => {
    const people = [await person(test()), await person(test()), await person(test())];
    await stop();
    const lesson = await queue(people[0] ?? '', { purpose: 'education' });
    const care = [await queue(people[1] ?? ''), await queue(people[2] ?? '')];
    await test().drain();
    const seen = await version();
    await test().tenant((tx) => allowOutgoing(tx, scope(), { version: seen }));
    // The event of the opening is waiting itself: above a limit of none the wave pauses.
    await test().tenant((tx) => releaseWave(tx, { wave: 500, busy: 0 }));
    expect(await Promise.all([lesson, ...care].map(stateOf))).toEqual(['held', 'held', 'held']);
    await test().tenant((tx) => releaseWave(tx, { wave: 2, busy: 10_000 }));
    expect(await Promise.all([lesson, ...care].map(stateOf))).toEqual(['held', 'waiting', 'waiting']);
    await test().drain();
    expect(await Promise.all(care.map(stateOf))).toEqual(['sent', 'sent']);
    await test().advanceHours(2);
    expect(await stateOf(lesson)).toBe('sent');
  });
});

describe('a surge', () => {
  it('holds until somebody says yes, who is not asked again that day', async () => {
    await test().advanceTo(at('2031-03-06', '11:00'));
    const surge = { arrivals: 90, usual: 12.5 };
    expect(await test().tenant((tx) => holdForSurge(tx, surge))).toBe(true);
    expect(await test().tenant((tx) => holdForSurge(tx, surge))).toBe(false);
    const patientId = await person(test());
    const held = await queue(patientId);
    const alert = await queue(patientId, { purpose: 'alert' });
    await test().drain();
    expect(await stateOf(held)).toBe('held');
    expect(await stateOf(alert)).toBe('sent');
    expect(await test().tenant(gateRow)).toMatchObject({
      state: 'surge',
      arrivals: 90,
      usual: '12.5',
      changed_by: null,
    });
    const seen = await version();
    await expect(test().tenant((tx) => allowOutgoing(tx, scope(), { version: seen }))).rejects.toMatchObject({
      status: 409,
    });
    await test().tenant((tx) => releaseSurge(tx, scope(), { version: seen }));
    await test().drain();
    expect(await stateOf(held)).toBe('sent');
    expect(await test().tenant((tx) => holdForSurge(tx, surge))).toBe(false);
    expect(await state()).toBe('open');
    await test().advanceTo(at('2031-03-07', '00:01'));
    expect(await test().tenant((tx) => holdForSurge(tx, surge))).toBe(true);
  });

  it('can be stopped for good, and a stop is not turned into a surge', async () => {
    expect(await state()).toBe('surge');
    await stop();
    expect(await test().tenant((tx) => holdForSurge(tx, { arrivals: 99, usual: 1 }))).toBe(false);
    expect(await state()).toBe('stopped');
    await allow();
  });
});
