import { applyStay, type StaySeen } from '../../src/domains/encounters/index.ts';
import { systemScope } from '../../src/domains/identity/index.ts';
import type { TestHouse } from '../harness.ts';

const DAY_MS = 86_400_000;

/**
 * Brings word of a stay with a new knee: operated four days ago, home now, of the ward GK1. What is given replaces it; `atDays`
 * is how many days ago the discharge was.
 */
export async function kneeStay(
  test: TestHouse,
  patientId: string,
  given: Partial<StaySeen> & { atDays?: number } = {},
): Promise<string> {
  const { atDays = 0, ...said } = given;
  return test.tenant(async (tx) => {
    const home = new Date(tx.now.getTime() - atDays * DAY_MS);
    const { encounterId } = await applyStay(tx, systemScope(tx.hospitalId), {
      kind: 'discharge',
      visitNo: `V-${patientId}`,
      patientId,
      class: 'inpatient',
      wardCode: 'GK1',
      bed: null,
      admittedAt: new Date(home.getTime() - 6 * DAY_MS),
      expectedDischargeOn: null,
      dischargedAt: home,
      disposition: 'home',
      dispositionCode: null,
      urgentAdmission: false,
      attendingStaffNo: 'D201',
      surgeryAt: new Date(home.getTime() - 4 * DAY_MS),
      reason: null,
      diagnoses: [{ code: 'M17.101', system: 'icd-10', text: null, use: 'discharge' }],
      procedures: [{ code: '81.5400', system: 'icd-9-cm-3', text: null, performedAt: null }],
      sourceAt: tx.now,
      source: 'hl7v2',
      ...said,
    });
    if (encounterId === null) throw new Error('nothing to undo');
    return encounterId;
  });
}
