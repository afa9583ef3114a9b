import { beforeAll, describe, expect, it } from 'vitest';
import type { RouteTypes } from '../../../../contract/routes.gen.ts';
import { atHomeAfterKnee } from '../../../test/build/programme.ts';
import { type Caller, useHouse } from '../../../test/harness.ts';
import { hashSecret } from '../../kernel/crypto/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { hospitalByCode, insertRole, insertStaff, putCredential, staffByNo } from '../identity/index.ts';

const test = useHouse();
let patientId: string;
let neighbour: string;
let nurse: Caller;

beforeAll(async () => {
  ({ patientId } = await atHomeAfterKnee(test()));
  ({ patientId: neighbour } = await atHomeAfterKnee(test()));
  nurse = await test().signIn('N101');
});

/** A case manager of the other hospital, who reaches every ward there. */
async function managerElsewhere(): Promise<Caller> {
  const { ctx } = test().house;
  const other = await hospitalByCode(ctx.db, 'other');
  if (!other) throw new Error('no other hospital');
  await ctx.db.tenant(other.id, async (tx) => {
    if (await staffByNo(tx, 'C1')) return;
    const id = newId<'staff'>();
    await insertStaff(tx, { id, staff_no: 'C1', name: '他院', title: null });
    await insertRole(tx, newId(), { staff_id: id, role: 'case-manager', ward_id: null });
    await putCredential(tx, id, 'password', await hashSecret('dayone-demo'), tx.now);
  });
  return test().signIn('C1', 'other');
}

type Told = Partial<RouteTypes['monitoring.recordReading']['body']>;
async function tell(caller: Caller, about: string, over: Told = {}, readingId: string = newId()) {
  const effectiveAt = (await test().now()).toISOString();
  return caller.ask('monitoring.recordReading', {
    params: { patientId: about, readingId },
    body: { code: '8310-5', value: '36.8', unit: 'Cel', effectiveAt, ...over },
  });
}
async function raised(about: string): Promise<string> {
  const { body } = await tell(nurse, about, { value: '38.9' });
  const [alert] = body.alerts;
  if (!alert) throw new Error('no alert was raised');
  return alert.id;
}

describe('who may', () => {
  it('nobody without signing in, not the wrong role, not another ward, not another hospital', async () => {
    const alertId = await raised(patientId);
    const readingId = newId();
    const calls = (caller: Caller) => [
      caller.ask('monitoring.patientMeasures', { params: { patientId } }),
      caller.ask('monitoring.listReadings', { params: { patientId }, query: { code: '8310-5' } }),
      tell(caller, patientId, {}, readingId),
      caller.ask('monitoring.correctReading', {
        params: { patientId, readingId: newId() },
        body: { reason: 'typing-error', replacement: null },
      }),
      caller.ask('monitoring.readAlert', { params: { alertId } }),
      caller.ask('monitoring.acknowledgeAlert', { params: { alertId }, body: { version: 1 } }),
      caller.ask('monitoring.resolveAlert', {
        params: { alertId },
        body: { version: 1, actions: ['called-patient'], useful: true },
      }),
      caller.ask('monitoring.dismissAlert', { params: { alertId }, body: { version: 1, reason: 'duplicate' } }),
    ];
    const statuses = async (caller: Caller) => new Set((await Promise.all(calls(caller))).map(({ status }) => status));
    expect(await statuses(test().stranger())).toEqual(new Set([401]));
    expect(await statuses(await test().signIn('M701'))).toEqual(new Set([403]));
    expect(await statuses(await test().signIn('N111'))).toEqual(new Set([404]));
    expect(await statuses(await managerElsewhere())).toEqual(new Set([404]));
    expect((await nurse.ask('monitoring.readAlert', { params: { alertId: newId() } })).status).toBe(404);
    const doctor = await test().signIn('D201');
    expect((await doctor.ask('monitoring.readAlert', { params: { alertId } })).status).toBe(200);
  });

  it('lists only the wards in reach, and only the ward asked for', async () => {
    await raised(neighbour);
    const list = async (caller: Caller, query: object = {}) => caller.ask('monitoring.listAlerts', { query });
    expect((await list(test().stranger())).status).toBe(401);
    expect((await list(await test().signIn('M701'))).status).toBe(403);
    const cardiology = await test().signIn('N111');
    expect((await list(cardiology)).body.items).toEqual([]);
    const wardId = (await nurse.ok('identity.me')).wards[0]?.id ?? '';
    expect((await list(cardiology, { wardId })).status).toBe(404);
    expect((await list(await managerElsewhere())).body.items).toEqual([]);
    expect((await list(await test().signIn('C401'), { wardId })).body.items.length).toBeGreaterThan(0);
    const seen = (await list(nurse, { wardId })).body.items;
    expect(new Set(seen.map((alert) => alert.patient.id))).toEqual(new Set([patientId, neighbour]));
  });
});

describe('readings', () => {
  it('are asked again when unlikely, kept when confirmed, and refused in words when impossible', async () => {
    const { patientId: about } = await atHomeAfterKnee(test());
    const odd = await tell(nurse, about, { value: '33.1' });
    expect(odd).toMatchObject({
      status: 422,
      body: { type: 'urn:dayone:monitoring:implausible', title: '这个数不常见，请再核对一遍' },
    });
    const readingId = newId();
    expect((await tell(nurse, about, { value: '33.1', confirmed: true }, readingId)).status).toBe(200);
    expect(await tell(nurse, about, { value: '386' })).toMatchObject({
      status: 422,
      body: { fields: { value: '没有这样的数值，请检查小数点和单位' } },
    });
    expect((await tell(nurse, about, { value: '36,8' })).status).toBe(422);
    const { items } = await nurse.ok('monitoring.listReadings', {
      params: { patientId: about },
      query: { code: '8310-5' },
    });
    expect(items).toMatchObject([{ id: readingId, value: '33.1', confirmed: true, recordedBy: { staffNo: 'N101' } }]);
  });

  it('come page by page, newest first, corrected ones included', async () => {
    const { patientId: about } = await atHomeAfterKnee(test());
    const now = (await test().now()).getTime();
    const ids: string[] = [];
    for (const hours of [3, 2, 1]) {
      const id: string = newId();
      await tell(nurse, about, { effectiveAt: new Date(now - hours * 3_600_000).toISOString() }, id);
      ids.unshift(id);
    }
    await nurse.ok('monitoring.correctReading', {
      params: { patientId: about, readingId: ids[0] ?? '' },
      body: { reason: 'wrong-time', replacement: null },
    });
    const page = (after?: string) =>
      nurse.ok('monitoring.listReadings', {
        params: { patientId: about },
        query: { code: '8310-5', limit: 2, ...(after ? { after } : {}) },
      });
    const first = await page();
    expect(first.items.map((item) => [item.id, item.status])).toEqual([
      [ids[0], 'entered-in-error'],
      [ids[1], 'final'],
    ]);
    const rest = await page(first.next ?? '');
    expect(rest.items.map((item) => item.id)).toEqual([ids[2]]);
    expect(rest.next).toBeNull();
    expect(
      (
        await nurse.ask('monitoring.listReadings', {
          params: { patientId: about },
          query: { code: '8310-5', after: 'x' },
        })
      ).status,
    ).toBe(422);
    const { measures, programme } = await nurse.ok('monitoring.patientMeasures', { params: { patientId: about } });
    expect(programme).toMatchObject({ slug: 'knee-replacement', state: 'active' });
    const shown = measures.find((measure) => measure.code === '8310-5');
    expect(shown).toMatchObject({
      inProgramme: true,
      bounds: { low: null, high: 37.9 },
      plausible: { low: 34, high: 43 },
    });
    expect(shown?.points.map((point) => point.id)).toEqual([ids[2], ids[1]]);
  });
});

describe('an alert', () => {
  it('shows evidence, trend, next step, the ward line and 120; is taken, resolved, and then in the closed list', async () => {
    const { patientId: about } = await atHomeAfterKnee(test());
    const alertId = await raised(about);
    await test().drain();
    const detail = await nurse.ok('monitoring.readAlert', { params: { alertId } });
    expect(detail).toMatchObject({
      severity: 'red',
      state: 'open',
      measure: { 'zh-CN': '体温' },
      evidence: [{ value: '38.9', status: 'final' }],
      trend: { bounds: { high: 37.9 } },
      patientMessage: { wardPhone: '021-55550101', emergencyNumber: '120', withheld: null },
    });
    expect(detail.suggestedStep['zh-CN']).toContain('120');
    const params = { alertId };
    const taken = await nurse.ok('monitoring.acknowledgeAlert', { params, body: { version: detail.version } });
    expect(taken).toMatchObject({ state: 'acknowledged', holder: { staffNo: 'N101' } });
    const mine = await nurse.ok('monitoring.listAlerts', { query: { holder: 'me' } });
    expect(mine.items.map((alert) => alert.id)).toContain(alertId);
    const theirs = await (await test().signIn('N103')).ok('monitoring.listAlerts', { query: { holder: 'me' } });
    expect(theirs.items.map((alert) => alert.id)).not.toContain(alertId);
    const body = { version: taken.version, actions: ['called-patient' as const], useful: true, note: '已复测' };
    expect((await nurse.ask('monitoring.resolveAlert', { params, body: { ...body, version: 1 } })).status).toBe(409);
    expect((await nurse.ask('monitoring.resolveAlert', { params, body: { ...body, actions: [] } })).status).toBe(422);
    expect(await nurse.ok('monitoring.resolveAlert', { params, body })).toMatchObject({
      state: 'resolved',
      resolvedBy: { staffNo: 'N101' },
      useful: true,
    });
    const again = await nurse.ask('monitoring.resolveAlert', { params, body });
    expect(again).toMatchObject({ status: 409, body: { type: 'urn:dayone:monitoring:alert-closed' } });
    const closed = await nurse.ok('monitoring.listAlerts', { query: { state: 'closed', limit: 1 } });
    expect(closed.items[0]?.id).toBe(alertId);
  });

  it('that is red stands before amber; pages go on where they ended', async () => {
    const amber = await atHomeAfterKnee(test());
    await tell(nurse, amber.patientId, { value: '38.1' });
    await raised((await atHomeAfterKnee(test())).patientId);
    const all = (await nurse.ok('monitoring.listAlerts', { query: { limit: 100 } })).items;
    const firstAmber = all.findIndex((alert) => alert.severity === 'amber');
    expect(firstAmber).toBeGreaterThan(0);
    expect(all.slice(firstAmber).every((alert) => alert.severity === 'amber')).toBe(true);
    const seen: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page: RouteTypes['monitoring.listAlerts']['reply'] = await nurse.ok('monitoring.listAlerts', {
        query: { limit: 2, ...(after ? { after } : {}) },
      });
      seen.push(...page.items.map((alert) => alert.id));
      after = page.next;
    }
    expect(seen).toEqual(all.map((alert) => alert.id));
  });

  it('is put aside with a reason', async () => {
    const alertId = await raised((await atHomeAfterKnee(test())).patientId);
    const { version } = await nurse.ok('monitoring.readAlert', { params: { alertId } });
    expect(
      await nurse.ok('monitoring.dismissAlert', {
        params: { alertId },
        body: { version, reason: 'known-and-expected' },
      }),
    ).toMatchObject({ state: 'dismissed', closeCode: 'known-and-expected', useful: null });
  });
});
