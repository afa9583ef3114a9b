import { beforeEach, describe, expect, it } from 'vitest';
import { person, stay } from '../../../test/build/person.ts';
import { START, useHouse } from '../../../test/harness.ts';
import { newId } from '../../kernel/ids/index.ts';
import { send } from '../channels/index.ts';
import { systemScope } from '../identity/index.ts';
import { record } from '../monitoring/index.ts';
import { mergePatients, setHold } from '../patients/index.ts';
import { manifest } from './domain.ts';
import { read } from './read.ts';

const test = useHouse();
const scope = () => systemScope(test().hospitalId);
let patientId: string;
let neighbour: string;

beforeEach(async () => {
  patientId = await person(test());
  neighbour = await person(test());
  await test().drain();
});

async function lines(of = patientId) {
  const { items } = await test().tenant((tx) => read(tx, scope(), test().house.ctx.words, of, { limit: 100 }));
  return items;
}
const titles = async (of = patientId) => (await lines(of)).map((line) => line.title['zh-CN']);

describe('the line of time', () => {
  it('tells what happened, newest first, and nothing of the neighbour', async () => {
    await stay(test(), patientId);
    await stay(test(), patientId, { kind: 'discharge' });
    await test().tenant((tx) =>
      send(tx, {
        dedupeKey: newId(),
        patientId,
        encounterId: null,
        purpose: 'care',
        title: { 'zh-CN': '第 1 天', en: 'Day 1' },
        body: '今天走几步',
        outsideTitle: { 'zh-CN': '新消息', en: 'New message' },
        because: { kind: 'task', ref: 'd1' },
      }),
    );
    await test().drain();
    await test().tenant((tx) =>
      record(tx, scope(), {
        id: newId(),
        patientId,
        encounterId: null,
        code: '8310-5',
        value: '36.8',
        unit: 'Cel',
        effectiveAt: tx.now,
        source: 'staff',
      }),
    );
    await test().drain();
    const said = await titles();
    expect(said).toEqual(
      expect.arrayContaining(['建立档案', '入院', '出院：医嘱离院', '消息已放进患者收件箱：第 1 天', '体温 36.8 ℃']),
    );
    expect(said.indexOf('体温 36.8 ℃')).toBeLessThan(said.indexOf('消息已放进患者收件箱：第 1 天'));
    expect(said.indexOf('消息已放进患者收件箱：第 1 天')).toBeLessThan(said.indexOf('入院'));
    const times = (await lines()).map((line) => line.at);
    expect(times).toEqual([...times].sort().reverse());
    expect(await titles(neighbour)).toEqual(['建立档案']);
  });

  it('writes an event once, also when it is delivered again', async () => {
    const event = {
      hospitalId: test().hospitalId,
      id: newId(),
      lane: patientId,
      type: 'hold.lifted',
      version: 1,
      payload: { holdId: newId(), patientId, reason: 'dispute' },
      occurredAt: START,
    };
    const run = () =>
      test().tenant(async (tx) => manifest.handlers?.['timeline.on-anything']?.run(tx, event, test().house.ctx));
    await run();
    await run();
    expect((await titles()).filter((title) => title === '暂停已解除')).toHaveLength(1);
  });

  it('puts a discharge where the patient left, however late it is told', async () => {
    const dischargedAt = '2031-03-01T02:00:00.000Z';
    const event = {
      hospitalId: test().hospitalId,
      id: newId(),
      lane: patientId,
      type: 'encounter.discharged',
      version: 1,
      payload: { encounterId: newId(), patientId, dischargedAt, disposition: 'home', recordedLate: true },
      occurredAt: START,
    };
    await test().tenant(async (tx) => manifest.handlers?.['timeline.on-anything']?.run(tx, event, test().house.ctx));
    const all = await lines();
    expect(all.at(-1)).toMatchObject({ at: dischargedAt, detail: { 'zh-CN': '消息来迟，按离院时间排列' } });
  });

  it('puts an admission where the patient came, before the discharge, and a reading where it was taken', async () => {
    const admittedAt = new Date(START.getTime() - 8 * 24 * 3_600_000);
    const dischargedAt = new Date(START.getTime() - 3 * 24 * 3_600_000);
    const effectiveAt = new Date(START.getTime() - 24 * 3_600_000);
    await test().tenant((tx) =>
      record(tx, scope(), {
        id: newId(),
        patientId,
        encounterId: null,
        code: '8310-5',
        value: '36.9',
        unit: 'Cel',
        effectiveAt,
        source: 'staff',
      }),
    );
    await stay(test(), patientId, { admittedAt });
    await stay(test(), patientId, { kind: 'discharge', admittedAt, dischargedAt });
    await test().drain();
    const told = (await lines()).map((line) => [line.title['zh-CN'], line.at]);
    expect(told.slice(-3)).toEqual([
      ['体温 36.9 ℃', effectiveAt.toISOString()],
      ['出院：医嘱离院', dischargedAt.toISOString()],
      ['入院', admittedAt.toISOString()],
    ]);
  });

  it('follows a merge, and what is still on its way to the old record too', async () => {
    await test().tenant((tx) => setHold(tx, scope(), { id: newId(), patientId, encounterId: null, reason: 'dispute' }));
    await test().drain();
    const into = await person(test());
    await test().tenant((tx) => mergePatients(tx, scope(), patientId, into));
    await test().drain();
    const said = await titles(into);
    expect(said).toEqual(expect.arrayContaining(['两份档案合为一份', '已设暂停，不再打扰']));
    expect(said.filter((title) => title === '建立档案')).toHaveLength(2);
    // Opened under its old id, the record that stands is shown.
    expect(await titles(patientId)).toEqual(said);
    const late = {
      hospitalId: test().hospitalId,
      id: newId(),
      lane: patientId,
      type: 'risk.changed',
      version: 1,
      payload: { encounterId: newId(), patientId },
      occurredAt: START,
    };
    await test().tenant(async (tx) => manifest.handlers?.['timeline.on-anything']?.run(tx, late, test().house.ctx));
    expect(await titles(into)).toContain('风险评分有更新');
  });
});
