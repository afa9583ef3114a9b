import { applyStay } from '../../src/domains/encounters/index.ts';
import { systemScope } from '../../src/domains/identity/index.ts';
import { matchOrRegister } from '../../src/domains/patients/index.ts';
import type { TestHouse } from '../harness.ts';

let made = 0;

/** Registers a person nobody has seen before; they are at home and no plan is about them. */
export async function person(test: TestHouse): Promise<string> {
  made += 1;
  const { lookupKey } = test.house.ctx;
  return test.tenant(async (tx) => {
    const { patientId } = await matchOrRegister(tx, systemScope(tx.hospitalId), {
      lookupKey,
      identifiers: [{ system: 'urn:test:mrn', value: `T${made}`, type: 'medical-record' }],
      name: `测试${made}`,
      sex: 'female',
      bornOn: '1958-04-12',
      phones: [],
      relatives: [],
      deceasedAt: null,
    });
    return patientId;
  });
}

/** Brings word of a stay: by default an admission now on the ward; `discharge` for leaving, `cancel-discharge` for its undoing. */
export async function stay(
  test: TestHouse,
  patientId: string,
  given: {
    kind?: 'admit' | 'discharge' | 'cancel-discharge';
    ward?: string;
    visitNo?: string;
    admittedAt?: Date;
    dischargedAt?: Date;
  } = {},
): Promise<string> {
  const { kind = 'admit', ward = 'GK1', visitNo = `V-${patientId}` } = given;
  return test.tenant(async (tx) => {
    const { encounterId } = await applyStay(tx, systemScope(tx.hospitalId), {
      kind,
      visitNo,
      patientId,
      class: 'inpatient',
      wardCode: ward,
      bed: null,
      admittedAt: given.admittedAt ?? new Date(tx.now.getTime() - 86_400_000),
      expectedDischargeOn: null,
      dischargedAt: kind === 'discharge' ? (given.dischargedAt ?? tx.now) : null,
      disposition: kind === 'discharge' ? 'home' : null,
      dispositionCode: null,
      urgentAdmission: null,
      attendingStaffNo: null,
      surgeryAt: null,
      reason: null,
      sourceAt: tx.now,
      source: 'hl7v2',
    });
    if (encounterId === null) throw new Error('nothing to undo');
    return encounterId;
  });
}
