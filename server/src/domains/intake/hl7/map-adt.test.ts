import { describe, expect, test } from 'vitest';
import { parseBytes } from '../../../../../protocols/hl7v2/index.ts';
import { changed, example, ZONE } from '../../../../test/hl7.ts';
import type { FeedFacts, Mapped, StayMessage } from '../stay-message.ts';
import { mapAdt } from './map-adt.ts';

const NOW = new Date('2031-03-03T00:00:00Z');
const FEED: FeedFacts = { timeZone: ZONE, dispositionCodes: { Z: 'dying-at-home' }, identifierSystems: {} };

function map(bytes: Buffer, feed = FEED): Mapped {
  const { result } = parseBytes(bytes);
  if (!result.ok) throw new Error(result.error.code);
  return mapAdt(result.message, feed);
}
function stayMessage(bytes: Buffer, feed = FEED): StayMessage {
  const mapped = map(bytes, feed);
  if (mapped.kind !== 'stay') throw new Error(`mapped to ${JSON.stringify(mapped)}`);
  return mapped;
}
const discharge = () => example('knee-discharge', NOW);
const broken = (code: string, path: string) => expect.objectContaining({ kind: 'broken', code, path });

describe('mapAdt refuses', () => {
  test.each([
    ['no visit number', ['ZY20260001', ''], 'no-visit-number', 'PV1-19'],
    ['no patient number', ['MR20260001^^^GUIAN^MR', ''], 'no-patient-id', 'PID-3'],
    ['no name', ['张^桂兰^^^^^L', ''], 'no-name', 'PID-5'],
    ['a class nobody knows', ['PV1|1|I|', 'PV1|1|yyy|'], 'class-unknown', 'PV1-2'],
    [
      'a disposition nobody has said',
      ['ZY20260001|||||||||||||||||1|', 'ZY20260001|||||||||||||||||77|'],
      'disposition-unknown',
      'PV1-36',
    ],
    ['a discharge at no time', ['20310302090000', '2031030299'], 'time-unreadable', 'PV1-45'],
    ['a procedure at no time', ['||20310225080000|', '||gestern|'], 'time-unreadable', 'PR1[1]-5'],
  ])('%s', (_, pair, code, path) => {
    expect(map(changed(discharge(), pair as [string, string]))).toEqual(broken(code, path));
  });

  test('types nobody uses yet, with the reason', () => {
    expect(map(changed(discharge(), ['ADT^A03^ADT_A03', 'ORU^R01^ORU_R01']))).toEqual({
      kind: 'ignored',
      reason: 'type-not-used',
    });
    expect(map(changed(discharge(), ['ADT^A03^ADT_A03', 'ADT^A60^ADT_A60']))).toEqual({
      kind: 'ignored',
      reason: 'type-not-used',
    });
  });
});

describe('mapAdt reads', () => {
  test('a whole discharge', () => {
    const { person, stay, died } = stayMessage(discharge());
    expect(person).toEqual({
      identifiers: [{ system: 'GUIAN', value: 'MR20260001', type: 'medical-record' }],
      name: '张桂兰',
      sex: 'female',
      bornOn: '1958-03-12',
      phones: ['13800010001'],
      relatives: [
        { name: '李建军', relationship: '儿子', phones: ['13800010002'] },
        { name: '李国强', relationship: '配偶', phones: ['13800010003'] },
      ],
      deceasedAt: null,
    });
    expect(died).toBe('not-said');
    expect(stay).toMatchObject({
      kind: 'discharge',
      visitNo: 'ZY20260001',
      class: 'inpatient',
      planned: false,
      wardCode: 'GK1',
      bed: '12-1',
      admittedAt: new Date('2031-02-23T00:00:00Z'),
      dischargedAt: new Date('2031-03-02T01:00:00Z'),
      disposition: 'home',
      dispositionCode: '1',
      urgentAdmission: false,
      attendingStaffNo: 'D201',
      surgeryAt: new Date('2031-02-25T00:00:00Z'),
      reason: '右膝疼痛伴活动受限',
      medicinesMode: 'replace',
    });
    expect(stay?.diagnoses?.map((one) => `${one.system} ${one.code} ${one.use}`)).toEqual([
      'icd-10 M17.1 discharge',
      'icd-10 I10 discharge',
    ]);
    expect(stay?.procedures).toEqual([
      {
        code: '81.54',
        system: 'icd-9-cm-3',
        text: '右侧全膝关节置换术',
        performedAt: new Date('2031-02-25T00:00:00Z'),
      },
    ]);
    expect(
      stay?.medicines?.map((one) => [one.text, one.dose, one.route, one.frequency, one.startsOn, one.endsOn]),
    ).toEqual([
      ['利伐沙班片', '10 mg', '口服', '每日一次', '2031-03-03', '2031-03-30'],
      ['塞来昔布胶囊', '200 mg', '口服', '每日两次', '2031-03-03', '2031-03-16'],
      ['雷贝拉唑钠肠溶片', '20 mg', '口服', '每日一次', '2031-03-03', '2031-03-16'],
    ]);
  });

  test('the same in GB 18030', () => {
    const { person } = stayMessage(example('knee-discharge-gb18030', NOW));
    expect([person.name, person.relatives[0]?.name]).toEqual(['刘淑芬', '赵磊']);
  });

  test('lists that are not told stay unsaid; an offset on the wire wins over the feed', () => {
    const { stay } = stayMessage(
      changed(example('knee-admission', NOW), ['20310223080000\rPV2', '20310223080000+0000\rPV2']),
    );
    expect(stay).toMatchObject({
      kind: 'admit',
      admittedAt: new Date('2031-02-23T08:00:00Z'),
      expectedDischargeOn: '2031-03-04',
    });
    expect(stay?.procedures).toBeUndefined();
    expect(stay?.medicines).toBeUndefined();
  });

  test('a procedure makes an outpatient visit an outpatient procedure', () => {
    expect(stayMessage(changed(discharge(), ['PV1|1|I|', 'PV1|1|O|'])).stay?.class).toBe('outpatient-procedure');
    const plain = changed(example('knee-admission', NOW), ['PV1|1|I|', 'PV1|1|O|'], ['ADT^A01', 'ADT^A04']);
    expect(stayMessage(plain).stay).toMatchObject({ kind: 'admit', class: 'outpatient' });
  });

  test('death by PID-30; by disposition it is the stay that tells; a plain N takes nothing back, deleting PID-29 does', () => {
    const death = stayMessage(example('knee-death', NOW));
    expect(death).toMatchObject({ died: 'yes', person: { deceasedAt: new Date('2031-03-02T20:00:00Z') } });
    expect(stayMessage(changed(discharge(), ['||1||||||||', '||5||||||||']))).toMatchObject({
      died: 'not-said',
      stay: { disposition: 'died' },
    });
    expect(stayMessage(changed(example('knee-death', NOW), ['20310303040000|Y', '|N'])).died).toBe('not-said');
    expect(stayMessage(changed(example('knee-death', NOW), ['20310303040000|Y', '""|N'])).died).toBe('withdrawn');
  });

  test('the codes of a feed go before the list', () => {
    const { stay } = stayMessage(changed(discharge(), ['||1||||||||', '||z||||||||']));
    expect(stay?.disposition).toBe('dying-at-home');
  });

  test('visit number from PV1-50 or PID-18 where PV1-19 is empty; discharge time from EVN where PV1-45 is', () => {
    const noVisit = changed(discharge(), ['ZY20260001', ''], ['|20310302090000\r', '|20310302090000|||||V77\r']);
    expect(stayMessage(noVisit).stay?.visitNo).toBe('V77');
    expect(stayMessage(changed(discharge(), ['|20310302090000\r', '\r'])).stay?.dischargedAt).toEqual(NOW);
  });

  test('a pharmacy order adds one medicine, its cancellation removes it, one for the ward is left alone', () => {
    const order = example('medicine-order', NOW);
    expect(stayMessage(order).stay).toMatchObject({
      kind: 'update',
      medicinesMode: 'add',
      medicines: [{ text: '对乙酰氨基酚缓释片' }],
    });
    expect(stayMessage(changed(order, ['ORC|NW', 'ORC|CA'])).stay).toMatchObject({ medicinesMode: 'remove' });
    expect(map(changed(order, ['ORC|NW|20260001', `ORC|NW|20260001${'|'.repeat(27)}I`]))).toEqual({
      kind: 'ignored',
      reason: 'inpatient-order',
    });
  });

  test('a merge names survivor and retired number', () => {
    const merge =
      'MSH|^~\\&|A|B|C|D|20310303080000||ADT^A40^ADT_A39|9|P|2.5\rPID|||MR1^^^GUIAN^MR||王^芳\rMRG|MR2^^^GUIAN^MR\r';
    expect(map(Buffer.from(merge))).toMatchObject({
      kind: 'merge',
      pairs: [{ into: { name: '王芳' }, from: [{ system: 'GUIAN', value: 'MR2' }] }],
    });
    expect(map(Buffer.from(merge.replace(/MRG.*/, '')))).toEqual(broken('no-merge-id', 'MRG-1'));
  });
});
