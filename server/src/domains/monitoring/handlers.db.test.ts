import { describe, expect, it } from 'vitest';
import { asStaff } from '../../../test/build/as-staff.ts';
import { stay } from '../../../test/build/person.ts';
import { atHomeAfterKnee } from '../../../test/build/programme.ts';
import { temperature as told } from '../../../test/build/reading.ts';
import { useHouse } from '../../../test/harness.ts';
import { newId } from '../../kernel/ids/index.ts';
import { systemScope } from '../identity/index.ts';
import { correctDeath, markDeceased, mergePatients, setHold } from '../patients/index.ts';
import { itemById, takeForWork } from '../worklist/index.ts';
import { type AlertStored, alertById, openAlertsOf } from './alert.store.ts';
import { manifest } from './domain.ts';
import { newestProgramme } from './programme.store.ts';
import { readingsByIds } from './reading.store.ts';

const test = useHouse();
const house = () => systemScope(test().hospitalId);
const temperature = (patientId: string, value: string, hoursAgo?: number) => told(test(), patientId, value, hoursAgo);
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

const programme = (patientId: string) => test().tenant((tx) => newestProgramme(tx, patientId));

/** Runs one of this domain's handlers again, as an outbox does that has forgotten. */
async function again(handler: string, type: string, patientId: string, payload: Record<string, string>): Promise<void> {
  const run = manifest.handlers?.[handler]?.run;
  if (!run) throw new Error(`no handler ${handler}`);
  await test().tenant(async (tx) => {
    const event = {
      hospitalId: tx.hospitalId,
      id: newId() as string,
      lane: patientId,
      type,
      version: 1,
      payload,
      occurredAt: tx.now,
    };
    await run(tx, event, test().house.ctx);
  });
}

describe('what happens elsewhere', () => {
  it('taking the item is acknowledging, once; taking it over changes who holds it', async () => {
    const { patientId } = await atHomeAfterKnee(test());
    const { alerts } = await temperature(patientId, '38.6');
    const id = alerts[0]?.id ?? '';
    const itemId = (await alert(id)).item_id ?? '';
    const take = (staffNo: string) =>
      asStaff(test(), staffNo, 'worklist.work', (tx, scope) => takeForWork(tx, scope, itemId));
    await take('N102');
    await test().drain();
    const row = await alert(id);
    expect(row.state).toBe('acknowledged');
    const payload = { itemId, patientId, kind: 'alert', refKind: 'alert', refId: id };
    await again('monitoring.on-item-assigned', 'item.assigned', patientId, payload);
    expect((await alert(id)).version).toBe(row.version);
    await take('D201');
    await test().drain();
    expect((await alert(id)).acknowledged_by).toBe(row.acknowledged_by);
    expect((await itemOf(row)).taken_by).not.toBe(row.acknowledged_by);
  });

  it('a plan makes the programme, once, and ends it; undoing the discharge closes its alerts', async () => {
    const { patientId } = await atHomeAfterKnee(test());
    const laid = await programme(patientId);
    expect(laid).toMatchObject({ state: 'active', slug: 'knee-replacement', codes: ['8310-5', '72514-3'] });
    expect(laid?.surgery_on).toBe('2031-02-28');
    await again('monitoring.on-plan', 'plan.started', patientId, { planId: laid?.id ?? '' });
    expect(await programme(patientId)).toEqual(laid);
    await temperature(patientId, '38.6');
    await stay(test(), patientId, { kind: 'cancel-discharge', visitNo: `K-${patientId}` });
    await test().drain();
    expect(await programme(patientId)).toMatchObject({ state: 'ended', state_reason: 'discharge-cancelled' });
    expect(await open(patientId)).toEqual([]);
    await again('monitoring.on-plan', 'plan.started', patientId, { planId: laid?.id ?? '' });
    expect((await programme(patientId))?.state).toBe('ended');
  });

  it('death closes what is open; one that was taken back closes nothing', async () => {
    const { patientId } = await atHomeAfterKnee(test());
    const { alerts } = await temperature(patientId, '38.6');
    await test().tenant((tx) => markDeceased(tx, house(), patientId, tx.now, 'staff'));
    await test().drain();
    const row = await alert(alerts[0]?.id ?? '');
    expect(row).toMatchObject({ state: 'dismissed', close_code: 'patient-died', resolved_by: null });
    expect((await itemOf(row)).state).toBe('cancelled');
    await again('monitoring.on-patient-died', 'patient.died', patientId, { patientId, source: 'staff' });
    expect((await alert(row.id)).version).toBe(row.version);
    const other = await atHomeAfterKnee(test());
    await temperature(other.patientId, '38.6');
    await test().tenant(async (tx) => {
      await markDeceased(tx, house(), other.patientId, tx.now, 'staff');
      await correctDeath(tx, house(), other.patientId, 'staff');
    });
    await test().drain();
    expect(await open(other.patientId)).toHaveLength(1);
  });

  it('do-not-contact silences the words and leaves the alert to staff; dying at home closes it', async () => {
    const { patientId, encounterId } = await atHomeAfterKnee(test());
    const hold = (id: string, stayId: string, reason: 'do-not-contact' | 'dying-at-home') =>
      test().tenant((tx) => setHold(tx, house(), { id: newId(), patientId: id, encounterId: stayId, reason }));
    await hold(patientId, encounterId, 'do-not-contact');
    await test().drain();
    const { alerts } = await temperature(patientId, '38.6');
    await test().drain();
    expect(await open(patientId)).toMatchObject([{ id: alerts[0]?.id, message_id: null }]);
    expect((await itemOf(await alert(alerts[0]?.id ?? ''))).state).toBe('open');
    const dying = await atHomeAfterKnee(test());
    await temperature(dying.patientId, '38.6');
    await hold(dying.patientId, dying.encounterId, 'dying-at-home');
    await test().drain();
    expect(await open(dying.patientId)).toEqual([]);
  });

  it('a merge moves everything and leaves one alert of a rule', async () => {
    const from = await atHomeAfterKnee(test());
    const into = await atHomeAfterKnee(test());
    const moved = await temperature(from.patientId, '38.6');
    const kept = await temperature(into.patientId, '38.7');
    await test().tenant((tx) => mergePatients(tx, house(), from.patientId, into.patientId));
    await test().drain();
    expect((await open(into.patientId)).map((row) => row.id)).toEqual([kept.alerts[0]?.id]);
    expect(await alert(moved.alerts[0]?.id ?? '')).toMatchObject({ close_code: 'merged', patient_id: into.patientId });
    expect(await test().tenant((tx) => readingsByIds(tx, [moved.id]))).toMatchObject([{ patient_id: into.patientId }]);
    await again('monitoring.on-patient-merged', 'patient.merged', into.patientId, {
      from: from.patientId,
      into: into.patientId,
    });
    expect(await open(into.patientId)).toHaveLength(1);
    // A write that still names the old record lands on the one that stands.
    const late = await temperature(from.patientId, '36.5');
    expect(await test().tenant((tx) => readingsByIds(tx, [late.id]))).toMatchObject([{ patient_id: into.patientId }]);
  });
});
