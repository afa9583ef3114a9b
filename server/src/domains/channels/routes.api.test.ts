import { beforeAll, describe, expect, it } from 'vitest';
import { person, stay } from '../../../test/build/person.ts';
import { useHouse } from '../../../test/harness.ts';
import { newId } from '../../kernel/ids/index.ts';
import { hospitalByCode } from '../identity/index.ts';
import { send } from './index.ts';

const test = useHouse();
/** A person of the other hospital; there is nobody like them in this one. */
async function foreigner(): Promise<string> {
  const { ctx } = test().house;
  const other = await hospitalByCode(ctx.db, 'other');
  if (!other) throw new Error('the other hospital is missing');
  return person({ ...test(), tenant: (work) => ctx.db.tenant(other.id, work) });
}

const NOBODY = '01900000-0000-7000-8000-000000000000';
const both = (text: string) => ({ 'zh-CN': text, en: text });
let patientId: string;
let sameWard: string;
let otherWard: string;

async function queue(to: string, title: string, purpose: 'care' | 'alert' = 'care', dueInHours = 0): Promise<string> {
  return test().tenant((tx) =>
    send(tx, {
      dedupeKey: newId(),
      patientId: to,
      encounterId: null,
      purpose,
      title: both(title),
      body: '今天走几步',
      outsideTitle: both('您有一条新消息'),
      because: { kind: 'task', ref: 'd1' },
      dueAt: new Date(tx.now.getTime() + dueInHours * 3_600_000),
    }),
  );
}

beforeAll(async () => {
  [patientId, sameWard, otherWard] = [await person(test()), await person(test()), await person(test())];
  for (const [id, ward] of [
    [patientId, 'GK1'],
    [sameWard, 'GK1'],
    [otherWard, 'XN1'],
  ] as const) {
    await stay(test(), id, { ward });
    await stay(test(), id, { ward, kind: 'discharge' });
  }
  await test().drain();
  await queue(sameWard, '别人的');
  for (const title of ['一', '二', '三']) await queue(patientId, title);
  await test().drain();
});

describe('GET /api/patients/:patientId/messages', () => {
  it('refuses strangers, other roles, other wards and what is nobody', async () => {
    const ask = { params: { patientId } };
    expect((await test().stranger().ask('channels.listMessages', ask)).status).toBe(401);
    for (const staffNo of ['K601', 'M701', 'A900'])
      expect((await (await test().signIn(staffNo)).ask('channels.listMessages', ask)).status, staffNo).toBe(403);
    const nurse = await test().signIn('N101');
    expect((await nurse.ask('channels.listMessages', { params: { patientId: otherWard } })).status).toBe(404);
    expect((await nurse.ask('channels.listMessages', { params: { patientId: NOBODY } })).status).toBe(404);
    expect((await (await test().signIn('N111')).ask('channels.listMessages', ask)).status).toBe(404);
    // Reaches every ward of this hospital, and no other hospital.
    const manager = await test().signIn('C401');
    expect((await manager.ask('channels.listMessages', { params: { patientId: await foreigner() } })).status).toBe(404);
    expect((await manager.ask('channels.listMessages', ask)).status).toBe(200);
    expect((await nurse.ask('channels.listMessages', { ...ask, query: { after: 'x' } })).status).toBe(422);
  });

  it('shows each message, why, and what became of it, page by page', async () => {
    const nurse = await test().signIn('N101');
    const { items, next } = await nurse.ok('channels.listMessages', { params: { patientId } });
    expect(next).toBeNull();
    expect(items.map((one) => one.title.en).sort()).toEqual(['一', '三', '二'].sort());
    expect(items.filter((one) => one.state === 'sent')).toHaveLength(2);
    const late = items.find((one) => one.state === 'waiting');
    expect(late).toMatchObject({
      reasonCode: 'budget',
      reason: { 'zh-CN': '今天已有两条，顺延到下一天' },
      body: { 'zh-CN': '今天走几步', en: '今天走几步' },
      because: { kind: 'task', ref: 'd1' },
    });
    expect(late?.history.map((event) => event.what)).toEqual(['queued', 'postponed']);
    expect(late?.history[1]?.until).toBe(late?.nextAt);
    const first = await nurse.ok('channels.listMessages', { params: { patientId }, query: { limit: 2 } });
    const rest = await nurse.ok('channels.listMessages', {
      params: { patientId },
      query: { limit: 2, after: first.next ?? '' },
    });
    expect([...first.items, ...rest.items].map((one) => one.id)).toEqual(items.map((one) => one.id));
    expect(rest.next).toBeNull();
    expect(test().logLines.join('\n')).not.toContain('测试');
  });
});

describe('the switch', () => {
  it('is for administrators alone', async () => {
    const body = { version: 0 };
    const stranger = test().stranger();
    expect((await stranger.ask('channels.readGate')).status).toBe(401);
    expect((await stranger.ask('channels.stopOutgoing', { body: { ...body, reason: '试' } })).status).toBe(401);
    for (const staffNo of ['N101', 'H100', 'D201', 'T801', 'P704']) {
      const caller = await test().signIn(staffNo);
      expect((await caller.ask('channels.readGate')).status).toBe(403);
      expect((await caller.ask('channels.stopOutgoing', { body: { ...body, reason: '试一试' } })).status).toBe(403);
      expect((await caller.ask('channels.allowOutgoing', { body })).status).toBe(403);
      expect((await caller.ask('channels.releaseSurge', { body })).status).toBe(403);
    }
  });

  it('stops, says what waits, and allows again', async () => {
    const admin = await test().signIn('A900');
    const before = await admin.ok('channels.readGate');
    expect(before).toMatchObject({ state: 'open', reason: null, changedBy: null, surge: null });
    expect((await admin.ask('channels.releaseSurge', { body: { version: before.version } })).status).toBe(409);
    expect((await admin.ask('channels.stopOutgoing', { body: { reason: ' ', version: before.version } })).status).toBe(
      422,
    );
    const stopped = await admin.ok('channels.stopOutgoing', { body: { reason: '模板有误', version: before.version } });
    expect(stopped).toMatchObject({ state: 'stopped', reason: '模板有误', changedBy: '韩雪' });
    await test().drain();
    const alert = await queue(sameWard, '现在就打电话', 'alert');
    await queue(sameWard, '第二条');
    await queue(sameWard, '明天的', 'care', 24);
    await test().drain();
    const { waiting, version } = await admin.ok('channels.readGate');
    const care = waiting.find((one) => one.purpose === 'care');
    expect(care).toMatchObject({ held: 1, waiting: 2 });
    expect(care?.oldestDueAt).not.toBeNull();
    expect(waiting.find((one) => one.purpose === 'alert')).toMatchObject({ held: 0, waiting: 0 });
    const nurse = await test().signIn('N101');
    const { items } = await nurse.ok('channels.listMessages', { params: { patientId: sameWard } });
    expect(items.find((one) => one.id === alert)?.state).toBe('sent');
    expect((await admin.ask('channels.allowOutgoing', { body: { version: before.version } })).status).toBe(409);
    const open = await admin.ok('channels.allowOutgoing', { body: { version } });
    expect(open).toMatchObject({ state: 'open', reason: null });
    await test().drain();
    expect((await admin.ok('channels.readGate')).waiting.every((one) => one.held === 0)).toBe(true);
  });
});
