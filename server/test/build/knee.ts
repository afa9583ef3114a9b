import { applyStay } from '../../src/domains/encounters/index.ts';
import { systemScope } from '../../src/domains/identity/index.ts';
import { matchOrRegister } from '../../src/domains/patients/index.ts';
import type { TestHouse } from '../harness.ts';
import { callOfStay } from '../rows.ts';

export interface Knee {
  readonly patientId: string;
  readonly encounterId: string;
  readonly visitNo: string;
  readonly callId: string;
  readonly itemId: string;
}

interface Given {
  readonly name?: string;
  readonly ward?: string;
  readonly hoursHome?: number;
  readonly disposition?: 'home' | 'transferred' | 'against-advice';
  readonly relatives?: readonly { name: string; relationship: string; phones: readonly string[] }[];
  readonly phones?: readonly string[];
}

const HOUR_MS = 3_600_000;
let made = 0;

/** Brings word of the knee stay: admitted five days ago, operated, home `hoursHome` ago; told again it is the same stay. */
export async function kneeStay(
  test: TestHouse,
  patientId: string,
  visitNo: string,
  kind: 'admit' | 'discharge' | 'update' | 'cancel-discharge',
  given: Given = {},
): Promise<string> {
  return test.tenant(async (tx) => {
    const home = new Date(tx.now.getTime() - (given.hoursHome ?? 1) * HOUR_MS);
    const { encounterId } = await applyStay(tx, systemScope(tx.hospitalId), {
      kind,
      visitNo,
      patientId,
      class: 'inpatient',
      wardCode: given.ward ?? 'GK1',
      bed: '12',
      admittedAt: kind === 'admit' ? tx.now : new Date(home.getTime() - 5 * 24 * HOUR_MS),
      expectedDischargeOn: null,
      dischargedAt: kind === 'discharge' ? home : null,
      disposition: kind === 'discharge' ? (given.disposition ?? 'home') : null,
      dispositionCode: null,
      urgentAdmission: false,
      attendingStaffNo: 'D201',
      surgeryAt: null,
      reason: '右膝骨关节炎',
      diagnoses: [{ code: 'M17.1', system: 'ICD-10', text: '右膝骨关节炎', use: 'discharge' }],
      procedures: [{ code: '81.54', system: 'ICD-9-CM-3', text: '右侧人工全膝关节置换术', performedAt: null }],
      medicines: [
        { ...MEDICINE, code: 'B01AF01', system: 'ATC', text: '利伐沙班片 10mg', dose: '10mg' },
        { ...MEDICINE, code: null, system: null, text: '塞来昔布胶囊 0.2g', dose: '0.2g' },
      ],
      sourceAt: tx.now,
      source: 'hl7v2',
    });
    if (encounterId === null) throw new Error('nothing to undo');
    return encounterId;
  });
}

const MEDICINE = { route: '口服', frequency: '每日一次', startsOn: null, endsOn: null };

/** A person who came home after a new knee, with the call laid out and its item open. */
export async function kneeAtHome(test: TestHouse, given: Given = {}): Promise<Knee> {
  made += 1;
  const { lookupKey } = test.house.ctx;
  const patientId = await test.tenant(async (tx) => {
    const found = await matchOrRegister(tx, systemScope(tx.hospitalId), {
      lookupKey,
      identifiers: [{ system: 'urn:test:knee', value: `K${made}`, type: 'medical-record' }],
      name: given.name ?? `膝盖${made}`,
      sex: 'female',
      bornOn: '1958-04-12',
      phones: given.phones ?? [`138${String(10_000_000 + made)}`],
      relatives: given.relatives ?? [],
      deceasedAt: null,
    });
    return found.patientId;
  });
  const visitNo = `K-${patientId}`;
  const encounterId = await kneeStay(test, patientId, visitNo, 'discharge', given);
  await test.drain();
  const call = await callOfStay(test, encounterId);
  return { patientId, encounterId, visitNo, callId: call.id, itemId: call.item_id };
}
