import { applyStay, type StaySeen } from '../../src/domains/encounters/index.ts';
import { systemScope } from '../../src/domains/identity/index.ts';
import { matchOrRegister, type PersonSeen } from '../../src/domains/patients/index.ts';
import type { TestHouse } from '../harness.ts';
import { START } from '../harness.ts';

const HOUR_MS = 3_600_000;
let serial = 0;

/** Registers a person and brings them onto a ward (GK1 unless said), discharged two hours before START unless `stay` says otherwise. */
export async function buildStay(
  house: TestHouse,
  given: { person?: Partial<PersonSeen>; stay?: Partial<StaySeen> } = {},
): Promise<{ patientId: string; encounterId: string; visitNo: string }> {
  const no = ++serial;
  const visitNo = given.stay?.visitNo ?? `B${no}`;
  const scope = systemScope(house.hospitalId);
  return house.tenant(async (tx) => {
    const { patientId } = await matchOrRegister(tx, scope, {
      lookupKey: house.house.ctx.lookupKey,
      identifiers: [{ system: 'build', value: `P${no}`, type: 'medical-record' }],
      name: '张桂兰',
      sex: 'female',
      bornOn: '1962-05-01',
      phones: [`136${String(10_000_000 + no)}`],
      relatives: [],
      deceasedAt: null,
      ...given.person,
    });
    const { encounterId } = await applyStay(tx, scope, {
      kind: 'discharge',
      patientId,
      class: 'inpatient',
      wardCode: 'GK1',
      bed: '12',
      admittedAt: new Date(START.getTime() - 122 * HOUR_MS),
      expectedDischargeOn: '2031-03-03',
      dischargedAt: new Date(START.getTime() - 2 * HOUR_MS),
      disposition: 'home',
      dispositionCode: '1',
      urgentAdmission: false,
      attendingStaffNo: 'D201',
      surgeryAt: new Date(START.getTime() - 98 * HOUR_MS),
      reason: '右膝关节置换术',
      sourceAt: new Date(START.getTime() - HOUR_MS),
      source: 'hl7v2',
      ...given.stay,
      visitNo,
    });
    return { patientId, encounterId: encounterId ?? '', visitNo };
  });
}

/** The same, still on the ward. */
export function buildInHouse(
  house: TestHouse,
  given: { person?: Partial<PersonSeen>; stay?: Partial<StaySeen> } = {},
): ReturnType<typeof buildStay> {
  return buildStay(house, {
    ...given,
    stay: { kind: 'admit', dischargedAt: null, disposition: null, dispositionCode: null, ...given.stay },
  });
}
