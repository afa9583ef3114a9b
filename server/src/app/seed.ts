import { DEMO_FHIR_SECRET } from '../../../tools/seed/fhir-key.ts';
import { DEMO_HOSPITAL, DEMO_SHIFTS, DEMO_STAFF, DEMO_WARDS } from '../../../tools/seed/people.ts';
import { importPacksAtStart } from '../domains/content/index.ts';
import {
  hospitalByCode,
  insertHospital,
  insertRole,
  insertStaff,
  insertWard,
  putCredential,
  putShift,
  staffByNo,
  wardByCode,
} from '../domains/identity/index.ts';
import { seedFeed } from '../domains/intake/index.ts';
import { setHospitalTime } from '../kernel/clock/hospital.ts';
import { wallNow } from '../kernel/clock/wall.ts';
import { hashSecret } from '../kernel/crypto/index.ts';
import type { Tx } from '../kernel/db/index.ts';
import { type HospitalId, newId } from '../kernel/ids/index.ts';
import { addDays, atLocal, civilDate } from '../kernel/time/index.ts';
import type { House } from './house.ts';

/** Days of the roster that are written at the first start; the demo's clock may be moved that far with people on duty. */
const ROSTER_DAYS = 45;

/**
 * Loads the demo hospital once: wards, people, logins, rosters. A second start finds it and only takes in new versions of clinical
 * packs. `startAt` sets its clock (tests); without it the demo begins on the wall.
 */
export async function seedDemo(house: House, startAt?: Date): Promise<HospitalId> {
  const { db } = house.ctx;
  const found = await hospitalByCode(db, DEMO_HOSPITAL.code);
  if (found) {
    await importPacksAtStart(house.ctx, found.id);
    return found.id;
  }
  await insertHospital(db, { ...DEMO_HOSPITAL, id: newId<'hospital'>(), created_at: wallNow() });
  const hospital = await hospitalByCode(db, DEMO_HOSPITAL.code);
  if (!hospital) throw new Error('demo hospital was not written');
  if (startAt) await db.tenant(hospital.id, (tx) => setHospitalTime(tx, startAt));
  const [password, pin] = await Promise.all([hashSecret('dayone-demo'), hashSecret('2580')]);
  await db.tenant(hospital.id, async (tx) => {
    for (const ward of DEMO_WARDS) await insertWard(tx, { ...ward, id: newId<'ward'>() });
    for (const person of DEMO_STAFF) await seedPerson(tx, person, password, pin);
    await seedRoster(tx, hospital.time_zone);
    await seedFeed(tx, DEMO_FHIR_SECRET);
  });
  await importPacksAtStart(house.ctx, hospital.id);
  return hospital.id;
}

async function seedPerson(tx: Tx, person: (typeof DEMO_STAFF)[number], password: string, pin: string): Promise<void> {
  const id = newId<'staff'>();
  await insertStaff(tx, { id, staff_no: person.staffNo, name: person.name, title: person.title });
  for (const { role, ward } of person.roles) {
    const found = ward ? await wardByCode(tx, ward) : null;
    await insertRole(tx, newId(), { staff_id: id, role, ward_id: found?.id ?? null });
  }
  await putCredential(tx, id, 'password', password, wallNow());
  await putCredential(tx, id, 'pin', pin, wallNow());
}

async function seedRoster(tx: Tx, zone: string): Promise<void> {
  const first = addDays(civilDate(tx.now, zone), -1);
  for (let day = 0; day < ROSTER_DAYS; day += 1) {
    const on = addDays(first, day);
    for (const [at, shift] of DEMO_SHIFTS.entries()) {
      const staffNo = shift.staff[(day + at) % shift.staff.length] ?? '';
      const staff = await staffByNo(tx, staffNo);
      const ward = await wardByCode(tx, shift.ward);
      if (!staff || !ward) throw new Error(`demo roster names ${staffNo} or ${shift.ward}, who do not exist`);
      const ends = shift.to <= shift.from ? addDays(on, 1) : on;
      await putShift(tx, {
        id: newId(),
        ward_id: ward.id,
        staff_id: staff.id,
        duty: shift.duty,
        starts_at: atLocal(on, shift.from, zone),
        ends_at: atLocal(ends, shift.to, zone),
      });
    }
  }
}
