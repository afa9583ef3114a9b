import { expect, it } from 'vitest';
import { useHouse } from '../../../test/harness.ts';
import { newId } from '../../kernel/ids/index.ts';
import { atLocal } from '../../kernel/time/index.ts';
import { putAbsence, staffByIds, staffByNo, wardByCode } from '../identity/index.ts';
import { type OwnerKind, ownerKindOf, ownerOnDuty } from './owner.ts';

const test = useHouse();
const idOf = (no: string) => test().tenant(async (tx) => (await staffByNo(tx, no))?.id ?? '');

/** The owner by staff number, for a stay on the ward with these people of its own. */
async function ownerOf(kind: OwnerKind, own: { doctor?: string; nurse?: string; ward?: string | null } = {}) {
  const [doctor, nurse] = [own.doctor ? await idOf(own.doctor) : null, own.nurse ? await idOf(own.nurse) : null];
  return test().tenant(async (tx) => {
    const ward = own.ward === null ? null : await wardByCode(tx, own.ward ?? 'GK1');
    const stay = { ward_id: ward?.id ?? null, attending_staff_id: doctor, nurse_staff_id: nurse };
    const { staffId, role } = await ownerOnDuty(tx, stay, kind);
    const [person] = staffId ? await staffByIds(tx, [staffId]) : [];
    return `${role} ${person?.staff_no ?? 'nobody'}`;
  });
}

// 4 March by tools/seed/people.ts: N101 by day, N102 at night, H100 head nurse, D201 from eight to eight.
it('is the person of the stay while on duty, else who is on duty, by the kind the pack asks for', async () => {
  await test().advanceTo(atLocal('2031-03-04', '10:00', 'Asia/Shanghai'));
  expect(await ownerOf('doctor')).toBe('doctor D201');
  expect(await ownerOf('doctor', { doctor: 'D201' })).toBe('doctor D201');
  expect(await ownerOf('doctor', { doctor: 'D202' })).toBe('doctor D201');
  expect(await ownerOf('nurse')).toBe('nurse N101');
  expect(await ownerOf('nurse', { nurse: 'N102' })).toBe('nurse N101');
  expect(await ownerOf('nurse', { nurse: 'H100' })).toBe('nurse H100');
  expect([ownerKindOf('attending-doctor'), ownerKindOf('attending-nurse'), ownerKindOf('case-manager')]).toEqual([
    'doctor',
    'nurse',
    'nurse',
  ]);
});

it('is nobody where nobody is on duty, and a nurse where no doctor is', async () => {
  expect(await ownerOf('doctor', { ward: null })).toBe('doctor nobody');
  await test().advanceTo(atLocal('2031-03-04', '20:00', 'Asia/Shanghai'));
  expect(await ownerOf('doctor', { ward: 'KQ', doctor: 'D221' })).toBe('nurse nobody');
  for (const no of ['D201', 'D202']) {
    const staffId = await idOf(no);
    const leave = { id: newId<string>(), staff_id: staffId, from_on: '2031-03-04', to_on: '2031-03-05' };
    await test().tenant((tx) => putAbsence(tx, { ...leave, cover_staff_id: null }));
  }
  expect(await ownerOf('doctor', { doctor: 'D201' })).toBe('nurse N102');
});

it('is the cover who is on duty for an owner on leave', async () => {
  const [own, cover] = [await idOf('N103'), await idOf('H100')];
  const leave = { id: newId<string>(), staff_id: own, from_on: '2031-03-05', to_on: '2031-03-06' };
  await test().tenant((tx) => putAbsence(tx, { ...leave, cover_staff_id: cover }));
  await test().advanceTo(atLocal('2031-03-05', '10:00', 'Asia/Shanghai'));
  expect(await ownerOf('nurse', { nurse: 'N103' })).toBe('nurse H100');
});
