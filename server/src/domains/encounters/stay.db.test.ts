import { describe, expect, test } from 'vitest';
import { useHouse } from '../../../test/harness.ts';
import { toldOf } from '../../../test/told.ts';
import { systemScope } from '../identity/index.ts';
import { contactGate, matchOrRegister, mergePatients } from '../patients/index.ts';
import {
  applyStay,
  type EncounterRow,
  encounterById,
  enterByHand,
  findingsOf,
  isAtHome,
  latestRisk,
  type StaySeen,
} from './index.ts';
import { onPatientMerged } from './on-patient-merged.ts';

const house = useHouse();
const scope = () => systemScope(house().hospitalId);
let serial = 0;

async function register(name = '李建军', phone = `139${String(10_000_000 + ++serial)}`) {
  const value = `S${++serial}`;
  const seen = {
    lookupKey: house().house.ctx.lookupKey,
    identifiers: [{ system: 'mrn', value, type: 'medical-record' as const }],
    name,
    sex: 'male' as const,
    bornOn: '1960-01-01',
    phones: [phone],
    relatives: [],
    deceasedAt: null,
  };
  const { patientId } = await house().tenant((tx) => matchOrRegister(tx, scope(), seen));
  return { patientId, name, phone, visitNo: `V${++serial}` };
}

const at = (text: string) => new Date(`${text}:00+08:00`);
const says = (who: { patientId: string; visitNo: string | null }, over: Partial<StaySeen> = {}): StaySeen => ({
  kind: 'admit',
  visitNo: who.visitNo,
  patientId: who.patientId,
  class: 'inpatient',
  wardCode: 'GK1',
  bed: '12',
  admittedAt: at('2031-02-25T09:00'),
  expectedDischargeOn: '2031-03-03',
  dischargedAt: null,
  disposition: null,
  dispositionCode: null,
  urgentAdmission: false,
  attendingStaffNo: 'D201',
  surgeryAt: at('2031-02-26T09:00'),
  reason: '右膝置换',
  sourceAt: at('2031-02-25T09:05'),
  source: 'hl7v2',
  ...over,
});
const left: Partial<StaySeen> = {
  kind: 'discharge',
  dischargedAt: at('2031-03-02T10:00'),
  disposition: 'home',
  dispositionCode: '1',
  sourceAt: at('2031-03-02T11:00'),
};
const apply = (seen: StaySeen) => house().tenant((tx) => applyStay(tx, scope(), seen));
const row = (id: string | null) => house().tenant(async (tx) => (await encounterById(tx, id ?? '')) as EncounterRow);

/** What was said of the patient's stays; downstream domains' own events are not ours. */
const events = async (patientId: string) =>
  (await toldOf(house(), patientId)).filter(({ type }) => /^(encounter|risk)\./.test(type));
const types = async (patientId: string) => (await events(patientId)).map((event) => event.type);

describe('a stay', () => {
  test('is admitted and discharged once however often it is told', async () => {
    const who = await register();
    const first = await apply(says(who));
    expect(first.outcome).toBe('applied');
    expect(await house().tenant((tx) => isAtHome(tx, who.patientId))).toBe(false);
    expect(await apply(says(who))).toEqual({ encounterId: first.encounterId, outcome: 'unchanged' });
    const lists = {
      diagnoses: [{ code: 'M17.1', system: 'ICD-10', text: '膝骨关节炎', use: 'discharge' as const }],
      medicines: [],
    };
    expect((await apply(says(who, { ...left, ...lists }))).outcome).toBe('applied');
    expect((await apply(says(who, { ...left, ...lists }))).outcome).toBe('unchanged');
    expect(await types(who.patientId)).toEqual(['encounter.admitted', 'encounter.discharged', 'risk.changed']);
    expect((await events(who.patientId))[1]?.payload).toEqual({
      encounterId: first.encounterId,
      patientId: who.patientId,
      dischargedAt: '2031-03-02T02:00:00.000Z',
      disposition: 'home',
      recordedLate: false,
    });
    expect(await house().tenant((tx) => isAtHome(tx, who.patientId))).toBe(true);
    const stored = await row(first.encounterId);
    expect(stored).toMatchObject({ status: 'finished', bed: '12', reason: '右膝置换' });
    expect(stored.join_code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(stored.ward_id).not.toBeNull();
    expect(stored.attending_staff_id).not.toBeNull();
  });

  test('heard of a day late says so', async () => {
    const who = await register();
    await apply(says(who, { ...left, dischargedAt: at('2031-03-02T07:59') }));
    expect((await events(who.patientId))[0]?.payload).toMatchObject({ recordedLate: true });
  });

  test('a ward and a staff number nobody has are kept as unknown', async () => {
    const who = await register();
    const { encounterId } = await apply(says(who, { wardCode: 'ZZZ', attendingStaffNo: 'nobody' }));
    expect(await row(encounterId)).toMatchObject({ ward_id: null, attending_staff_id: null });
  });

  test('undefined was not said, an empty list means none', async () => {
    const who = await register();
    const medicine = {
      code: null,
      system: null,
      text: '塞来昔布',
      dose: '1 粒',
      route: null,
      frequency: 'bid',
      startsOn: null,
      endsOn: null,
    };
    const { encounterId } = await apply(says(who, { medicines: [medicine] }));
    await apply(says(who, { kind: 'update', bed: '13', sourceAt: at('2031-02-26T09:00') }));
    const medicines = async () => (await house().tenant((tx) => findingsOf(tx, encounterId ?? ''))).medicines;
    expect(await medicines()).toEqual([medicine]);
    await apply(
      says(who, { kind: 'update', medicines: [{ ...medicine, dose: '2 粒' }], sourceAt: at('2031-02-24T09:00') }),
    );
    expect(await medicines()).toEqual([medicine]);
    const told = await apply(says(who, { kind: 'update', bed: '13', medicines: [], sourceAt: at('2031-02-27T09:00') }));
    expect(told.outcome).toBe('applied');
    expect(await medicines()).toEqual([]);
    expect((await events(who.patientId)).at(-1)?.payload.changed).toEqual(['medicines']);
  });

  test('A13 undoes the discharge only; the death it told of is taken back', async () => {
    const who = await register();
    const { encounterId } = await apply(says(who));
    await apply(says(who, { ...left, disposition: 'died', dispositionCode: '5' }));
    expect((await house().tenant((tx) => contactGate(tx, who.patientId))).alive).toBe(false);
    await apply(says(who, { kind: 'cancel-discharge', sourceAt: at('2031-03-02T12:00') }));
    expect(await row(encounterId)).toMatchObject({ status: 'in-progress', discharged_at: null, disposition: null });
    expect((await house().tenant((tx) => contactGate(tx, who.patientId))).alive).toBe(true);
    expect(await types(who.patientId)).toEqual([
      'encounter.admitted',
      'encounter.discharged',
      'encounter.discharge-cancelled',
    ]);
    expect((await apply(says(who, { ...left, disposition: 'died' }))).outcome).toBe('older');
  });

  test('death by A08 after the discharge', async () => {
    const who = await register();
    await apply(says(who, left));
    await apply(says(who, { kind: 'update', ...left, disposition: 'died', sourceAt: at('2031-03-03T07:00') }));
    expect((await house().tenant((tx) => contactGate(tx, who.patientId))).alive).toBe(false);
  });

  test('A11 voids; a cancellation of nothing changes nothing', async () => {
    const who = await register();
    expect(await apply(says(who, { kind: 'cancel-admit' }))).toEqual({ encounterId: null, outcome: 'nothing-to-undo' });
    const { encounterId } = await apply(says(who));
    await apply(says(who, { kind: 'cancel-admit', sourceAt: at('2031-02-25T10:00') }));
    expect((await row(encounterId)).status).toBe('cancelled');
    expect(await types(who.patientId)).toEqual(['encounter.admitted', 'encounter.admission-cancelled']);
  });

  test('a readmission is another stay, also under a number used again', async () => {
    const who = await register();
    const first = await apply(says(who, left));
    const back = { admittedAt: at('2031-03-03T06:00'), sourceAt: at('2031-03-03T06:05') };
    const second = await apply(says({ ...who, visitNo: `${who.visitNo}b` }, back));
    expect(second.encounterId).not.toBe(first.encounterId);
    const other = await register();
    const before = await apply(says(other, left));
    const again = await apply(says(other, back));
    expect(again.encounterId).not.toBe(before.encounterId);
    expect((await apply(says(other, back))).outcome).toBe('unchanged');
    expect((await row(before.encounterId)).status).toBe('finished');
    expect(await types(other.patientId)).toEqual(['encounter.discharged', 'risk.changed', 'encounter.admitted']);
  });

  test('a visit number of somebody else stops the message', async () => {
    const [who, other] = [await register(), await register()];
    await apply(says(who));
    await expect(apply(says({ ...other, visitNo: who.visitNo }))).rejects.toMatchObject({ code: 'visit-of-another' });
  });

  test('without a number the stay is found by patient, class and times', async () => {
    const who = { ...(await register()), visitNo: null };
    const first = await apply(says(who));
    expect((await apply(says(who, left))).encounterId).toBe(first.encounterId);
    expect((await apply(says(who, left))).outcome).toBe('unchanged');
    const undo = says(who, { kind: 'cancel-discharge', sourceAt: at('2031-03-02T12:00') });
    expect((await apply(undo)).encounterId).toBe(first.encounterId);
  });

  test('two messages at once make one stay', async () => {
    const who = await register();
    const both = await Promise.allSettled([apply(says(who)), apply(says(who))]);
    const ids = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.encounterId] : []));
    expect(new Set(ids).size).toBe(1);
    expect(await types(who.patientId)).toEqual(['encounter.admitted']);
  });
});

describe('risk', () => {
  const diagnoses = (...codes: string[]) =>
    codes.map((code) => ({ code, system: 'ICD-10', text: null, use: 'discharge' as const }));
  const risk = async (id: string | null) => (await house().tenant((tx) => latestRisk(tx, [id ?? '']))).get(id ?? '');

  test('is scored at the discharge, explained, and scored again where a diagnosis changes', async () => {
    const who = await register();
    const { encounterId } = await apply(says(who, { ...left, urgentAdmission: true, diagnoses: diagnoses('I50.9') }));
    const first = await risk(encounterId);
    // Five days in: 4; emergency: 3; heart failure: 2; emergency visits unknown before any came in.
    expect(first).toMatchObject({ method: 'LACE-2010', score: 9, band: 'moderate', lowerBound: true });
    expect(first?.explanation.scoreAtMost).toBe(13);
    expect(first?.explanation.conditions).toEqual([
      { condition: 'heart-failure', codes: ['I50.9'], points: 2, reason: 'counted' },
    ]);
    await apply(
      says(who, {
        kind: 'update',
        urgentAdmission: null,
        diagnoses: diagnoses('I50.9', 'C78.0'),
        sourceAt: at('2031-03-03T07:00'),
      }),
    );
    expect(await risk(encounterId)).toMatchObject({ score: 12, band: 'high' });
    await apply(says(who, { kind: 'update', urgentAdmission: null, bed: '14', sourceAt: at('2031-03-03T07:10') }));
    expect((await types(who.patientId)).filter((type) => type === 'risk.changed')).toHaveLength(2);
  });

  test('emergency visits of half a year count, and are a lower bound', async () => {
    const who = await register();
    const visit = (no: string, when: string) =>
      apply(says({ ...who, visitNo: no }, { class: 'emergency', admittedAt: at(when), sourceAt: at(when) }));
    await visit(`${who.visitNo}e1`, '2031-01-10T09:00');
    await visit(`${who.visitNo}e2`, '2030-07-01T09:00');
    const { encounterId } = await apply(says(who, { ...left, diagnoses: diagnoses('M17.1') }));
    const found = await risk(encounterId);
    expect(found).toMatchObject({ score: 5, lowerBound: true });
    expect(found?.explanation.items.at(-1)).toEqual({ item: 'E', value: 1, points: 1, maxPoints: 4 });
    expect(found?.explanation.scoreAtMost).toBe(8);
  });

  test('who died, and who was no inpatient, has none', async () => {
    const who = await register();
    const died = await apply(says(who, { ...left, disposition: 'died' }));
    expect(await risk(died.encounterId)).toBeUndefined();
    const day = await register();
    const gone = await apply(says(day, { ...left, class: 'day-surgery' }));
    expect(await risk(gone.encounterId)).toBeUndefined();
  });
});

describe('entered by hand', () => {
  const enter = (who: { name: string; phone: string }, id: string, over: object = {}) =>
    house().tenant(async (tx) => {
      const { wardByCode } = await import('../identity/index.ts');
      const ward = await wardByCode(tx, 'GK1');
      return enterByHand(tx, scope(), {
        id,
        wardId: ward?.id ?? '',
        lookupKey: house().house.ctx.lookupKey,
        name: who.name,
        phone: who.phone,
        sex: 'unknown',
        bornOn: null,
        class: 'inpatient',
        operation: '右膝置换',
        dischargedAt: at('2031-03-02T10:00').toISOString(),
        disposition: 'home',
        ...over,
      });
    });
  const newIds = async () => (await import('../../kernel/ids/index.ts')).newId() as string;

  test('and brought by the feed later, they become one; entering twice enters once', async () => {
    const who = { name: '周敏', phone: '13700001111' };
    const id = await newIds();
    const hand = await enter(who, id);
    expect(hand.outcome).toBe('new');
    expect((await enter(who, id)).outcome).toBe('repeated');
    expect((await enter(who, await newIds())).outcome).toBe('joined');
    const fed = await register(who.name, who.phone);
    expect(fed.patientId).toBe(hand.patientId);
    const late = await apply(says(fed));
    expect(late).toEqual({ encounterId: id, outcome: 'applied' });
    expect(await row(id)).toMatchObject({ status: 'finished', visit_no: fed.visitNo, source: 'hl7v2', bed: '12' });
    await apply(says(fed, { ...left, dischargedAt: at('2031-03-02T10:20') }));
    const stored = await row(id);
    expect(stored.discharged_at).toEqual(at('2031-03-02T10:20'));
    expect((await types(hand.patientId)).filter((type) => type === 'encounter.discharged')).toHaveLength(1);
    expect(await types(hand.patientId)).not.toContain('encounter.admitted');
  });

  test('a stay that is on the ward already is ended, not doubled', async () => {
    const who = await register('吴强');
    const { encounterId } = await apply(says(who));
    const hand = await enter(who, await newIds());
    expect(hand).toEqual({ encounterId, patientId: who.patientId, outcome: 'joined' });
    expect((await row(encounterId)).status).toBe('finished');
    expect((await apply(says(who, left))).outcome).toBe('applied');
    expect((await types(who.patientId)).filter((type) => type === 'encounter.discharged')).toHaveLength(1);
  });

  test('the operation stands as a procedure until the feed brings its own, and never in the place of those', async () => {
    const done = async (id: string) => (await house().tenant((tx) => findingsOf(tx, id))).procedures;
    const words = { code: null, system: null, text: '右膝置换', performedAt: null };
    const feeds = { code: '81.54', system: 'icd-9-cm-3', text: '全膝关节置换', performedAt: null };
    const who = { name: '郭敏', phone: '13700003333' };
    const { encounterId } = await enter(who, await newIds());
    expect(await done(encounterId)).toEqual([words]);
    const fed = await register(who.name, who.phone);
    await apply(says(fed));
    expect(await done(encounterId)).toEqual([words]);
    await apply(says(fed, { ...left, procedures: [feeds] }));
    expect(await done(encounterId)).toEqual([feeds]);
    const other = await register('韩强');
    const known = await apply(says(other, { procedures: [feeds] }));
    await enter(other, await newIds());
    expect(await done(known.encounterId ?? '')).toEqual([feeds]);
    const bare = await register('韩敏');
    const silent = await apply(says(bare, left));
    await enter(bare, await newIds());
    expect(await done(silent.encounterId ?? '')).toEqual([words]);
    expect((await types(bare.patientId)).at(-1)).toBe('encounter.updated');
  });

  test('of another class, or three days apart, they stay two', async () => {
    const who = await register('郑丽');
    await apply(says(who, left));
    const hand = await enter(who, await newIds(), { class: 'outpatient-procedure' });
    expect(hand.outcome).toBe('new');
    const other = await enter(who, await newIds(), { dischargedAt: at('2031-02-20T10:00').toISOString() });
    expect(other.outcome).toBe('new');
  });

  test('an end that lies ahead is refused', async () => {
    await expect(
      enter({ name: '冯某', phone: '13700002222' }, await newIds(), {
        dischargedAt: at('2031-03-03T09:00').toISOString(),
      }),
    ).rejects.toMatchObject({ code: 'discharge-ahead' });
  });
});

test('stays follow a merge; the handler run twice proves once', async () => {
  const [from, into] = [await register(), await register()];
  const { encounterId } = await apply(says(from));
  await house().tenant((tx) => mergePatients(tx, scope(), from.patientId, into.patientId));
  await house().drain();
  expect((await row(encounterId)).patient_id).toBe(into.patientId);
  const { version } = await row(encounterId);
  await house().tenant((tx) =>
    onPatientMerged(tx, {
      hospitalId: house().hospitalId,
      id: 'again',
      lane: into.patientId,
      type: 'patient.merged',
      version: 1,
      payload: { from: from.patientId, into: into.patientId },
      occurredAt: tx.now,
    }),
  );
  expect((await row(encounterId)).version).toBe(version);
  expect((await apply(says({ ...into, visitNo: from.visitNo }))).outcome).toBe('unchanged');
});
