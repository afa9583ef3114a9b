import { beforeAll, describe, expect, it } from 'vitest';
import { person } from '../../../test/build/person.ts';
import { type Caller, useHouse } from '../../../test/harness.ts';
import { planOf } from '../../../test/rows.ts';
import { newId } from '../../kernel/ids/index.ts';
import { systemScope, wardByCode } from '../identity/index.ts';
import { type NewItem, open } from './index.ts';
import { pageStatement } from './list.store.ts';

const test = useHouse();
let nurse: Caller;
let colleague: Caller;
let wards: { GK1: string; XN1: string };
let items: { danger: string; risky: string; plain: string; heart: string };

const both = (text: string) => ({ 'zh-CN': text, en: text });

async function openFor(ward: string, over: Partial<NewItem>): Promise<string> {
  const [id, patientId]: [string, string] = [newId(), await person(test())];
  await test().tenant((tx) =>
    open(tx, {
      id,
      kind: 'question',
      patientId,
      encounterId: null,
      wardId: ward,
      ref: { kind: 'question', id: newId() },
      title: both('问药'),
      reason: both('等答复'),
      urgency: 0,
      risk: null,
      windowFrom: null,
      dueAt: new Date(tx.now.getTime() + 6 * 3_600_000),
      limitAt: new Date(tx.now.getTime() + 24 * 3_600_000),
      ownerStaffId: null,
      ownerRole: 'nurse',
      ...over,
    }),
  );
  return id;
}

beforeAll(async () => {
  nurse = await test().signIn('N101');
  colleague = await test().signIn('N102');
  wards = await test().tenant(async (tx) => ({
    GK1: (await wardByCode(tx, 'GK1'))?.id ?? '',
    XN1: (await wardByCode(tx, 'XN1'))?.id ?? '',
  }));
  items = {
    plain: await openFor(wards.GK1, {}),
    risky: await openFor(wards.GK1, { kind: 'call', risk: 12 }),
    danger: await openFor(wards.GK1, { kind: 'alert', urgency: 3 }),
    heart: await openFor(wards.XN1, { kind: 'call' }),
  };
});

const get = async (id: string, who = nurse) => who.ok('worklist.itemOf', { params: { itemId: id } });
const version = async (id: string) => (await get(id)).version;

describe('who may', () => {
  it('not: strangers, and people who may not see names', async () => {
    expect((await test().stranger().ask('worklist.listItems')).status).toBe(401);
    for (const no of ['M701', 'Y702', 'Q703', 'P704', 'K601', 'T801']) {
      const other = await test().signIn(no);
      expect((await other.ask('worklist.listItems')).status, no).toBe(403);
      expect((await other.ask('worklist.itemOf', { params: { itemId: items.plain } })).status, no).toBe(403);
      expect((await other.ask('worklist.countItems')).status, no).toBe(403);
      const take = { params: { itemId: items.plain }, body: { version: 1 } };
      expect((await other.ask('worklist.takeItem', take)).status, no).toBe(403);
    }
  });
  it('not: the nurse of another ward, whichever way she asks', async () => {
    const heart = await test().signIn('N111');
    const params = { itemId: items.plain };
    const until = new Date((await test().now()).getTime() + 3_600_000).toISOString();
    expect((await heart.ask('worklist.itemOf', { params })).status).toBe(404);
    expect((await heart.ask('worklist.takeItem', { params, body: { version: 1 } })).status).toBe(404);
    expect((await heart.ask('worklist.releaseItem', { params, body: { version: 1 } })).status).toBe(404);
    expect((await heart.ask('worklist.snoozeItem', { params, body: { version: 1, until } })).status).toBe(404);
    expect((await heart.ask('worklist.wakeItem', { params, body: { version: 1 } })).status).toBe(404);
    expect((await heart.ask('worklist.listItems', { query: { wardId: wards.GK1 } })).status).toBe(404);
    expect((await heart.ask('worklist.countItems', { query: { wardId: wards.GK1 } })).status).toBe(404);
    const head = await test().signIn('H110');
    const assign = { params, body: { version: 1, staffId: newId() as string } };
    expect((await head.ask('worklist.assignItem', assign)).status).toBe(404);
    const bulk = await heart.ok('worklist.takeItems', { body: { items: [{ id: items.plain, version: 1 }] } });
    expect(bulk).toEqual({ taken: [], notTaken: [items.plain] });
    const listed = (await heart.ok('worklist.listItems')).items.map(({ id }) => id);
    expect(listed).toEqual([items.heart]);
  });
  it('not: what is in another hospital', async () => {
    const foreign = newId() as string;
    expect((await nurse.ask('worklist.itemOf', { params: { itemId: foreign } })).status).toBe(404);
  });
  it('a nurse does not give work to others; the head nurse does', async () => {
    const staffId = (await colleague.ok('identity.me')).staff.id;
    const given = { params: { itemId: items.plain }, body: { version: await version(items.plain), staffId } };
    expect((await nurse.ask('worklist.assignItem', given)).status).toBe(403);
    const head = await test().signIn('H100');
    const assigned = await head.ok('worklist.assignItem', given);
    expect(assigned.owner?.staffNo).toBe('N102');
    expect((await head.ask('worklist.assignItem', given)).status).toBe(409);
  });
});

describe('the list', () => {
  it('puts danger first, then risk, and hands on pages without losing or repeating', async () => {
    const all = (await nurse.ok('worklist.listItems', { query: { wardId: wards.GK1 } })).items.map(({ id }) => id);
    expect(all).toEqual([items.danger, items.risky, items.plain]);
    const paged: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 5; page += 1) {
      const one = await nurse.ok('worklist.listItems', {
        query: { wardId: wards.GK1, limit: 1, ...(after ? { after } : {}) },
      });
      paged.push(...one.items.map(({ id }) => id));
      if (one.next === null) break;
      after = one.next;
    }
    expect(paged).toEqual(all);
    expect((await nurse.ask('worklist.listItems', { query: { after: 'nonsense' } })).status).toBe(422);
  });
  it('reaches every ward for those of the whole hospital', async () => {
    const manager = await test().signIn('C401');
    const seen = (await manager.ok('worklist.listItems')).items.map(({ id }) => id);
    expect(new Set(seen)).toEqual(new Set(Object.values(items)));
  });
  it('keeps kinds and mine apart, and counts them', async () => {
    const calls = await nurse.ok('worklist.listItems', { query: { wardId: wards.GK1, kind: 'call' } });
    expect(calls.items.map(({ id }) => id)).toEqual([items.risky]);
    expect((await nurse.ok('worklist.listItems', { query: { mine: 'true' } })).items).toEqual([]);
    expect((await nurse.ok('worklist.countItems', { query: { wardId: wards.GK1 } })).byKind).toEqual({
      alert: 1,
      call: 1,
      question: 1,
    });
  });
  it.each([
    ['a ward', { wardId: 'GK1' as const, kind: null }],
    ['a ward and kind', { wardId: 'GK1' as const, kind: 'call' as const }],
    ['the hospital', { wardId: null, kind: null }],
  ])('of %s walks an index in order instead of sorting', async (_, { wardId, kind }) => {
    const filter = { wardId: wardId ? wards[wardId] : null, kind, mine: false, state: 'open' as const };
    const place = { rank: 1, dueAt: await test().now(), id: newId() as string };
    const { hospitalId } = test();
    const text = await planOf(test(), pageStatement({ hospitalId }, systemScope(hospitalId), filter, place, 51));
    expect(text).toMatch(/Index Scan using item_/);
    expect(text).toMatch(/Index Cond: .*ROW\(rank, due_at, id\)/);
    expect(text).not.toContain('Sort');
  });
});

describe('an item', () => {
  it('is taken, given back, put aside and brought back, each with its version', async () => {
    const id = await openFor(wards.GK1, { kind: 'call' });
    const params = { itemId: id };
    const first = (await get(id)).version;
    const taken = await nurse.ok('worklist.takeItem', { params, body: { version: first } });
    expect(taken).toMatchObject({ mine: true, owner: { staffNo: 'N101' }, takenAt: expect.any(String) });
    expect(await nurse.ok('worklist.takeItem', { params, body: { version: first } })).toMatchObject({ mine: true });
    expect((await colleague.ask('worklist.takeItem', { params, body: { version: first } })).status).toBe(409);
    expect((await nurse.ok('worklist.listItems', { query: { mine: 'true' } })).items.map((one) => one.id)).toContain(
      id,
    );
    const back = await nurse.ok('worklist.releaseItem', { params, body: { version: taken.version } });
    expect(back).toMatchObject({ owner: null, takenAt: null });
    const inAnHour = new Date((await test().now()).getTime() + 3_600_000).toISOString();
    const aside = await nurse.ok('worklist.snoozeItem', { params, body: { version: back.version, until: inAnHour } });
    expect(aside).toMatchObject({ state: 'snoozed', snoozedUntil: inAnHour });
    const open = await nurse.ok('worklist.wakeItem', { params, body: { version: aside.version } });
    expect(open.state).toBe('open');
  });
  it('comes back by itself when its time is over', async () => {
    const id = await openFor(wards.GK1, { kind: 'call' });
    const until = new Date((await test().now()).getTime() + 1_800_000);
    const body = { version: await version(id), until: until.toISOString() };
    await nurse.ok('worklist.snoozeItem', { params: { itemId: id }, body });
    await test().advanceTo(new Date(until.getTime() + 60_000));
    expect((await get(id)).state).toBe('open');
  });
  it('is not put aside into the past, beyond its last time, or when it is an alert', async () => {
    const now = (await test().now()).getTime();
    const id = await openFor(wards.GK1, { kind: 'call' });
    const snooze = async (itemId: string, ms: number) =>
      (
        await nurse.ask('worklist.snoozeItem', {
          params: { itemId },
          body: { version: await version(itemId), until: new Date(ms).toISOString() },
        })
      ).status;
    expect(await snooze(id, now - 60_000)).toBe(422);
    expect(await snooze(id, now + 48 * 3_600_000)).toBe(422);
    expect(await snooze(items.danger, now + 3_600_000)).toBe(422);
  });
  it('is taken with others; one that changed meanwhile keeps nobody back', async () => {
    const [one, two] = [await openFor(wards.GK1, {}), await openFor(wards.GK1, {})];
    const wanted = [
      { id: one, version: await version(one) },
      { id: two, version: 999 },
    ];
    expect(await nurse.ok('worklist.takeItems', { body: { items: wanted } })).toEqual({
      taken: [one],
      notTaken: [two],
    });
  });
  it('shows the name to the ward and nothing of it in the log', async () => {
    const shown = await get(items.risky);
    expect(shown.patient.name).toMatch(/^测试/);
    expect(test().logLines.join('\n')).not.toContain(shown.patient.name);
  });
});
