import { describe, expect, it } from 'vitest';
import { asStaff as actAs } from '../../../test/build/as-staff.ts';
import { person, stay } from '../../../test/build/person.ts';
import { atHomeAfterKnee } from '../../../test/build/programme.ts';
import { temperature as told } from '../../../test/build/reading.ts';
import { useHouse } from '../../../test/harness.ts';
import { type Scope, staffOf } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { messagesOf } from '../channels/index.ts';
import { systemScope } from '../identity/index.ts';
import { markDeceased } from '../patients/index.ts';
import { itemById, takeForWork } from '../worklist/index.ts';
import { type AlertStored, alertById, openAlertsOf } from './alert.store.ts';
import { acknowledge, correct, dismiss, type RecordInput, raise, resolve } from './index.ts';
import { readingsByIds } from './reading.store.ts';

const test = useHouse();
const both = (text: string) => ({ 'zh-CN': text, en: text });
const house = () => systemScope(test().hospitalId);

const asStaff = <T>(staffNo: string, work: (tx: Tx, scope: Scope) => Promise<T>) =>
  actAs(test(), staffNo, 'monitoring.resolve', work);
const temperature = (patientId: string, value: string, hoursAgo?: number, over?: Partial<RecordInput>) =>
  told(test(), patientId, value, hoursAgo, over);
const open = (patientId: string) => test().tenant((tx) => openAlertsOf(tx, patientId));
async function alert(id: string): Promise<AlertStored> {
  const row = await test().tenant((tx) => alertById(tx, id));
  if (!row) throw new Error('no such alert');
  return row;
}
async function itemOf(row: AlertStored) {
  const item = await test().tenant((tx) => itemById(tx, row.item_id ?? ''));
  if (!item) throw new Error('no such item');
  return item;
}

const messages = (patientId: string) =>
  test().tenant((tx) => messagesOf(tx, house(), test().house.ctx.words, patientId, { limit: 100 }));

describe('a reading', () => {
  it('in time raises a red alert with item, clock, owner and words, in the same transaction', async () => {
    const { patientId, encounterId } = await atHomeAfterKnee(test());
    const neighbour = await atHomeAfterKnee(test());
    const { alerts, id } = await temperature(patientId, '38.6');
    expect(alerts).toMatchObject([{ severity: 'red' }]);
    const [row] = await open(patientId);
    expect(row).toMatchObject({
      rule_key: 'reading:fever-red',
      severity: 'red',
      state: 'open',
      encounter_id: encounterId,
      evidence: [id],
      title: { 'zh-CN': '体温 38.6 ℃' },
    });
    if (!row) throw new Error('no alert');
    expect(row.ack_due_at.getTime() - row.raised_at.getTime()).toBe(30 * 60_000);
    expect(await itemOf(row)).toMatchObject({
      kind: 'alert',
      urgency: 3,
      ref_id: row.id,
      state: 'open',
      ack_minutes: 30,
    });
    await test().drain();
    const sent = (await messages(patientId)).items.find((one) => one.because.ref === row.id);
    expect(sent).toMatchObject({ purpose: 'alert', state: 'sent' });
    expect(sent?.body['zh-CN']).toContain('120');
    expect(sent?.body['zh-CN']).toContain('021-55550101');
    expect(await open(neighbour.patientId)).toEqual([]);
  });

  it('of 38.0 is amber, again within a day red, which takes the place of the amber', async () => {
    const { patientId } = await atHomeAfterKnee(test());
    const first = await temperature(patientId, '38.0', 20);
    const [amber] = await open(patientId);
    expect(amber).toMatchObject({ rule_key: 'reading:fever-amber', severity: 'amber' });
    const second = await temperature(patientId, '38.0');
    const now = await open(patientId);
    expect(now).toMatchObject([{ rule_key: 'reading:fever-repeated', evidence: [first.id, second.id] }]);
    expect(await alert(amber?.id ?? '')).toMatchObject({ state: 'dismissed', close_code: 'became-red' });
    expect((await itemOf(await alert(amber?.id ?? ''))).state).toBe('cancelled');
  });

  it('raises nothing new while one as red is open, and anew once it was resolved', async () => {
    const { patientId } = await atHomeAfterKnee(test());
    const first = await temperature(patientId, '38.6', 3);
    const second = await temperature(patientId, '38.9', 2);
    const third = await temperature(patientId, '38.1', 1);
    const [row, ...more] = await open(patientId);
    expect(more).toEqual([]);
    expect(row?.evidence.slice().sort()).toEqual([first.id, second.id, third.id].sort());
    await asStaff('N101', (tx, scope) =>
      resolve(tx, scope, row?.id ?? '', { version: row?.version ?? 0, actions: ['called-patient'], useful: true }),
    );
    const next = await temperature(patientId, '38.7');
    const [fresh] = await open(patientId);
    expect(fresh?.id).not.toBe(row?.id);
    expect(fresh?.evidence).toContain(next.id);
  });

  it('told by two at once is judged as two, and makes one alert', async () => {
    const { patientId } = await atHomeAfterKnee(test());
    await Promise.all([temperature(patientId, '38.0', 2), temperature(patientId, '38.1', 1)]);
    expect(await open(patientId)).toMatchObject([{ rule_key: 'reading:fever-repeated', severity: 'red' }]);
    const other = await atHomeAfterKnee(test());
    await Promise.all([temperature(other.patientId, '38.8', 2), temperature(other.patientId, '38.9', 1)]);
    const [row, ...more] = await open(other.patientId);
    expect(more).toEqual([]);
    expect(row?.evidence).toHaveLength(2);
  });

  it('told twice is stored once; the id of another reading is refused', async () => {
    const { patientId } = await atHomeAfterKnee(test());
    const other = await atHomeAfterKnee(test());
    const first = await temperature(patientId, '38.6');
    const repeat = await temperature(patientId, '38.6', 0, { id: first.id });
    expect(repeat).toMatchObject({ readingId: first.id, alerts: first.alerts });
    await expect(temperature(other.patientId, '38.6', 0, { id: first.id })).rejects.toMatchObject({ code: 'id-taken' });
    const at = new Date('2031-03-02T23:00:00Z');
    const device = { source: 'device' as const, dedupeKey: 'thermometer:77', effectiveAt: at };
    const one = await temperature(patientId, '37.1', 0, device);
    const two = await temperature(patientId, '37.1', 0, device);
    expect(two.readingId).toBe(one.id);
    expect(await test().tenant((tx) => readingsByIds(tx, [two.id]))).toEqual([]);
  });

  it('keeps its digits, and what was typed where it was converted', async () => {
    const { patientId } = await atHomeAfterKnee(test());
    const plain = await temperature(patientId, '36.80');
    const foreign = await temperature(patientId, '98.6', 0, { unit: '[degF]' });
    const rows = await test().tenant((tx) => readingsByIds(tx, [plain.id, foreign.id]));
    expect(rows.find((row) => row.id === plain.id)).toMatchObject({ value: '36.80', given_value: null });
    expect(rows.find((row) => row.id === foreign.id)).toMatchObject({
      value: '37.0',
      given_value: '98.6',
      given_unit: '[degF]',
    });
  });

  it('that is unlikely is asked again and stored once confirmed; what the scale does not have is refused', async () => {
    const { patientId } = await atHomeAfterKnee(test());
    await expect(temperature(patientId, '33.0')).rejects.toMatchObject({ code: 'implausible', status: 422 });
    const stored = await temperature(patientId, '33.0', 0, { confirmed: true });
    expect(await test().tenant((tx) => readingsByIds(tx, [stored.id]))).toMatchObject([
      { confirmed: true, value: '33.0' },
    ]);
    for (const over of [{ value: '386' }, { unit: 'kg' }, { effectiveAt: new Date('2040-01-01T00:00:00Z') }]) {
      await expect(temperature(patientId, '38.0', 0, { ...over, confirmed: true })).rejects.toMatchObject({
        status: 422,
      });
    }
  });

  it('is not judged without a programme, in hospital, after death, and days later', async () => {
    const stranger = await person(test());
    await stay(test(), stranger);
    expect((await temperature(stranger, '39.5')).alerts).toEqual([]);
    const { patientId } = await atHomeAfterKnee(test());
    const back = await atHomeAfterKnee(test());
    const dead = await atHomeAfterKnee(test());
    expect((await temperature(patientId, '39.5', 73)).alerts).toEqual([]);
    await stay(test(), back.patientId, { visitNo: `back-${back.patientId}` });
    expect((await temperature(back.patientId, '39.5')).alerts).toEqual([]);
    await test().tenant((tx) => markDeceased(tx, house(), dead.patientId, tx.now, 'staff'));
    expect((await temperature(dead.patientId, '39.5')).alerts).toEqual([]);
  });
});

describe('a correction', () => {
  it('keeps both figures, closes what stood on the wrong one, and judges the right one', async () => {
    const { patientId } = await atHomeAfterKnee(test());
    const wrong = await temperature(patientId, '39.6');
    const right = { id: newId() as string, value: '36.9', unit: 'Cel', effectiveAt: await test().now() };
    const mend = () =>
      asStaff('N101', (tx, scope) =>
        correct(tx, scope, { patientId, readingId: wrong.id, reason: 'typing-error', replacement: right }),
      );
    expect(await mend()).toEqual({ readingId: right.id, alerts: [] });
    expect(await open(patientId)).toEqual([]);
    expect(await alert(wrong.alerts[0]?.id ?? '')).toMatchObject({
      state: 'dismissed',
      close_code: 'reading-corrected',
    });
    const rows = await test().tenant((tx) => readingsByIds(tx, [wrong.id, right.id]));
    expect(rows.map((row) => [row.value, row.status])).toEqual(
      expect.arrayContaining([
        ['39.6', 'superseded'],
        ['36.9', 'final'],
      ]),
    );
    expect(await mend()).toEqual({ readingId: right.id, alerts: [] });
    await expect(
      asStaff('N101', (tx, scope) =>
        correct(tx, scope, { patientId, readingId: wrong.id, reason: 'typing-error', replacement: null }),
      ),
    ).rejects.toMatchObject({ code: 'already-corrected' });
  });

  it('leaves an alert that stands on another reading too', async () => {
    const { patientId } = await atHomeAfterKnee(test());
    await temperature(patientId, '38.6', 2);
    const second = await temperature(patientId, '38.8', 1);
    await asStaff('N101', (tx, scope) =>
      correct(tx, scope, { patientId, readingId: second.id, reason: 'measuring-error', replacement: null }),
    );
    expect(await open(patientId)).toHaveLength(1);
  });
});

describe('an alert', () => {
  const fromCall = (patientId: string, encounterId: string) =>
    test().tenant((tx) =>
      raise(tx, house(), {
        patientId,
        encounterId,
        ruleKey: 'call:wound:a-lot',
        severity: 'red',
        reason: both('刀口渗液很多'),
        patientWords: both('请现在打病区电话。'),
        sourceRef: { kind: 'call', id: newId() },
      }),
    );

  it('of a call is raised once per key, also by two at once', async () => {
    const { patientId, encounterId } = await atHomeAfterKnee(test());
    const ids = await Promise.all([fromCall(patientId, encounterId), fromCall(patientId, encounterId)]);
    expect(new Set(ids).size).toBe(1);
    expect(await open(patientId)).toMatchObject([{ rule_key: 'call:wound:a-lot', source_kind: 'call' }]);
    await test().drain();
    const sent = (await messages(patientId)).items.filter((one) => one.because.ref === ids[0]);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body['zh-CN']).toContain('120');
  });

  it('is in hand for whoever takes its item, and its chain stops', async () => {
    const { patientId } = await atHomeAfterKnee(test());
    const { alerts } = await temperature(patientId, '38.6');
    const id = alerts[0]?.id ?? '';
    await test().drain();
    expect((await alert(id)).state).toBe('open');
    const nurse = await asStaff('N102', async (tx, scope) => {
      await takeForWork(tx, scope, (await alert(id)).item_id ?? '');
      return staffOf(scope);
    });
    await test().drain();
    const row = await alert(id);
    expect(row).toMatchObject({ state: 'acknowledged', acknowledged_by: nurse });
  });

  it('acknowledged has its item taken; resolved closes it; closed stays closed', async () => {
    const { patientId } = await atHomeAfterKnee(test());
    const { alerts } = await temperature(patientId, '38.6');
    const id = alerts[0]?.id ?? '';
    const before = await alert(id);
    await expect(asStaff('N101', (tx, scope) => acknowledge(tx, scope, id, 99))).rejects.toMatchObject({
      code: 'stale',
    });
    const taken = await asStaff('N101', (tx, scope) => acknowledge(tx, scope, id, before.version));
    expect(await itemOf(taken)).toMatchObject({
      taken_by: taken.acknowledged_by,
      owner_staff_id: taken.acknowledged_by,
    });
    const done = { actions: ['called-patient', 'doctor-informed'] as const, useful: true, note: '复测 37.6' };
    await expect(
      asStaff('N101', (tx, scope) => resolve(tx, scope, id, { ...done, version: before.version })),
    ).rejects.toMatchObject({ code: 'stale' });
    const closed = await asStaff('N101', (tx, scope) => resolve(tx, scope, id, { ...done, version: taken.version }));
    expect(closed).toMatchObject({ state: 'resolved', actions: done.actions, useful: true, note: done.note });
    expect((await itemOf(closed)).state).toBe('done');
    for (const late of [
      () => asStaff('N102', (tx, scope) => dismiss(tx, scope, id, { version: closed.version, reason: 'duplicate' })),
      () => asStaff('N102', (tx, scope) => acknowledge(tx, scope, id)),
    ]) {
      await expect(late()).rejects.toMatchObject({ code: 'alert-closed' });
    }
  });

  it('out of reach is not there', async () => {
    const { patientId } = await atHomeAfterKnee(test());
    const { alerts } = await temperature(patientId, '38.6');
    await expect(asStaff('N111', (tx, scope) => acknowledge(tx, scope, alerts[0]?.id ?? ''))).rejects.toMatchObject({
      status: 404,
    });
  });
});

it('says nothing of people in the log', async () => {
  const { patientId } = await atHomeAfterKnee(test());
  await temperature(patientId, '38.6', 0, { note: '王阿姨说刀口疼' });
  await test().drain();
  expect(test().logLines.join('\n')).not.toContain('王阿姨');
});
