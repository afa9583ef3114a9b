import { applyStay } from '../../src/domains/encounters/index.ts';
import { systemScope } from '../../src/domains/identity/index.ts';
import type { TestHouse } from '../harness.ts';
import { person } from './person.ts';

/** Somebody who went home now, three days after a knee replacement: plan, programme and rules are in force. */
export async function atHomeAfterKnee(
  test: TestHouse,
  ward = 'GK1',
): Promise<{ patientId: string; encounterId: string }> {
  const patientId = await person(test);
  const encounterId = await test.tenant(async (tx) => {
    const seen = await applyStay(tx, systemScope(tx.hospitalId), {
      kind: 'discharge',
      visitNo: `K-${patientId}`,
      patientId,
      class: 'inpatient',
      wardCode: ward,
      bed: '12',
      admittedAt: new Date(tx.now.getTime() - 4 * 86_400_000),
      expectedDischargeOn: null,
      dischargedAt: tx.now,
      disposition: 'home',
      dispositionCode: '1',
      urgentAdmission: false,
      attendingStaffNo: 'D201',
      surgeryAt: new Date(tx.now.getTime() - 3 * 86_400_000),
      reason: null,
      procedures: [{ code: '81.54', system: 'ICD-9-CM-3', text: '全膝关节置换术', performedAt: null }],
      sourceAt: tx.now,
      source: 'hl7v2',
    });
    if (seen.encounterId === null) throw new Error('the stay was not recorded');
    return seen.encounterId;
  });
  await test.drain();
  return { patientId, encounterId };
}
