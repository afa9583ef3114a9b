import { expect, test } from 'vitest';
import type { Role } from '../../../../contract/identity.ts';
import { buildInHouse } from '../../../test/build/encounters.ts';
import { useHouse } from '../../../test/harness.ts';
import type { Principal } from '../../kernel/access/index.ts';
import type { HospitalId } from '../../kernel/ids/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { hospitalByCode, permit, systemScope, wardByCode } from '../identity/index.ts';
import { matchOrRegister, mergePatients } from '../patients/index.ts';
import { manifest, openPatient } from './index.ts';

const house = useHouse();

async function staff(role: Role, ward: string | null, hospitalId: HospitalId = house().hospitalId): Promise<Principal> {
  const row = ward ? await house().tenant((tx) => wardByCode(tx, ward)) : null;
  const roles = [{ role, wardId: row?.id ?? null }];
  return { kind: 'staff', hospitalId, id: newId<'staff'>(), sessionId: newId(), locked: false, roles };
}

const watches = async (principal: Principal, id: string) =>
  house().tenant(async (tx) => manifest.topics?.patient?.(tx, permit(principal, 'identity.me'), id));

test('who may watch a patient: the ward, and roles of the whole hospital that read patients', async () => {
  const { patientId } = await buildInHouse(house());
  expect(await watches(await staff('nurse', 'XN1'), patientId)).toBe(false);
  expect(await watches(await staff('marketing', null), patientId)).toBe(false);
  expect(await watches(await staff('desk', null), patientId)).toBe(false);
  expect(await watches(await staff('integration-engineer', null), patientId)).toBe(false);
  expect(await watches(await staff('nurse', 'GK1'), newId())).toBe(false);
  expect(await watches(await staff('nurse', 'GK1'), "no uuid'")).toBe(false);
  expect(await watches(await staff('nurse', 'GK1'), patientId)).toBe(true);
  expect(await watches(await staff('case-manager', null), patientId)).toBe(true);
});

test('a patient of another hospital is nobody here, also to who reaches the whole hospital', async () => {
  const other = await hospitalByCode(house().house.ctx.db, 'other');
  const otherId = other?.id as HospitalId;
  const { patientId } = await house().house.ctx.db.tenant(otherId, (tx) =>
    matchOrRegister(tx, systemScope(otherId), {
      lookupKey: house().house.ctx.lookupKey,
      identifiers: [{ system: 'mrn', value: 'X1', type: 'medical-record' }],
      name: '外院某',
      sex: 'male',
      bornOn: null,
      phones: [],
      relatives: [],
      deceasedAt: null,
    }),
  );
  const caller = await house().signIn('C401');
  expect((await caller.ask('patients.readPatient', { params: { patientId } })).status).toBe(404);
  const hold = { params: { patientId, holdId: newId() }, body: { reason: 'dispute' as const } };
  expect((await caller.ask('patients.setHold', hold)).status).toBe(404);
  expect(await watches(await staff('case-manager', null), patientId)).toBe(false);
});

test('a merged record opens as the one that stands, for the ward that knew either', async () => {
  const [from, into] = [await buildInHouse(house()), await buildInHouse(house(), { stay: { wardCode: 'XN1' } })];
  const gk = permit(await staff('nurse', 'GK1'), 'patients.read');
  await expect(house().tenant((tx) => openPatient(tx, gk, into.patientId))).rejects.toMatchObject({ status: 404 });
  await house().tenant((tx) => mergePatients(tx, systemScope(house().hospitalId), from.patientId, into.patientId));
  await house().drain();
  expect(await house().tenant((tx) => openPatient(tx, gk, from.patientId))).toBe(into.patientId);
  expect(await house().tenant((tx) => openPatient(tx, gk, into.patientId))).toBe(into.patientId);
});
