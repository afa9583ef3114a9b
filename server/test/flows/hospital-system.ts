import { buildMessage, get, parse, type SegmentInput } from '../../../protocols/hl7v2/index.ts';
import { MllpClient } from '../../../protocols/mllp/index.ts';
import { civilDate, formatLocal } from '../../src/kernel/time/index.ts';

/** A stay as the hospital's own system would tell it; all people are made up. */
export interface Stay {
  readonly mrn: string;
  readonly visit: string;
  readonly name: string;
  readonly born?: string;
  readonly sex?: 'M' | 'F';
  readonly phone?: string;
  readonly relative?: { readonly name: string; readonly relationship: string; readonly phone: string };
  readonly patientClass?: 'I' | 'O' | 'D' | 'E';
  readonly ward?: string;
  readonly attending?: string;
  readonly admittedAt: Date;
  readonly surgeryAt?: Date;
  readonly dischargedAt?: Date;
  /** PV1-36 (离院方式); 1 = home on the doctor's advice. */
  readonly disposition?: string;
  readonly deceased?: boolean;
  readonly diagnosis?: readonly [string, string];
  readonly procedure?: readonly [string, string];
}

export type Trigger = 'A01' | 'A03' | 'A08' | 'A11' | 'A13';

const ZONE = 'Asia/Shanghai';
let control = 0;

/** HL7 time of the hospital, without a zone as hospital systems write it. */
export function dtm(at: Date): string {
  return `${civilDate(at, ZONE)}${formatLocal(at, ZONE, 'en', 'time')}`.replace(/\D/g, '').padEnd(12, '0').slice(0, 12);
}

/** One ADT message about a stay, said at `at`. */
export function adt(
  trigger: Trigger,
  stay: Stay,
  at: Date,
  controlId = `T${String(++control).padStart(7, '0')}`,
): string {
  const segments: SegmentInput[] = [
    [
      'MSH',
      {
        3: 'HIS',
        4: 'DEMO',
        5: 'DAYONE',
        6: 'DAYONE',
        7: dtm(at),
        9: `ADT^${trigger}`,
        10: controlId,
        11: 'P',
        12: '2.5.1',
        18: 'UNICODE UTF-8',
      },
    ],
    ['EVN', { 1: trigger, 2: dtm(at) }],
    [
      'PID',
      {
        1: '1',
        3: `${stay.mrn}^^^DEMO^MR`,
        5: stay.name,
        7: (stay.born ?? '1958-04-02').replaceAll('-', ''),
        8: stay.sex ?? 'F',
        13: stay.phone ?? '13900000000',
        ...(stay.deceased ? { 29: dtm(at), 30: 'Y' } : {}),
      },
    ],
    ...(stay.relative
      ? [
          [
            'NK1',
            { 1: '1', 2: stay.relative.name, 3: stay.relative.relationship, 5: stay.relative.phone },
          ] as SegmentInput,
        ]
      : []),
    [
      'PV1',
      {
        1: '1',
        2: stay.patientClass ?? 'I',
        3: `${stay.ward ?? 'GK1'}^12^2`,
        4: 'R',
        7: stay.attending ?? 'D201',
        19: stay.visit,
        44: dtm(stay.admittedAt),
        ...(trigger === 'A03' || (trigger === 'A08' && stay.dischargedAt)
          ? { 36: stay.disposition ?? '1', 45: dtm(stay.dischargedAt ?? at) }
          : {}),
      },
    ],
    ...(stay.diagnosis
      ? [
          [
            'DG1',
            { 1: '1', 3: `${stay.diagnosis[0]}^${stay.diagnosis[1]}^ICD10`, 4: stay.diagnosis[1], 6: 'F', 15: '1' },
          ] as SegmentInput,
        ]
      : []),
    ...(stay.procedure
      ? [
          [
            'PR1',
            {
              1: '1',
              3: `${stay.procedure[0]}^${stay.procedure[1]}^ICD9CM3`,
              4: stay.procedure[1],
              5: dtm(stay.surgeryAt ?? stay.admittedAt),
            },
          ] as SegmentInput,
        ]
      : []),
  ];
  return withStructure(buildMessage(segments));
}

/** Carets in the values above are component separators, not text: undo their escaping. */
function withStructure(text: string): string {
  return text.replaceAll('\\S\\', '^');
}

/** A knee replacement of the demo's orthopaedic ward, discharged when said. */
export function knee(n: number, discharge: Date, more: Partial<Stay> = {}): Stay {
  return {
    mrn: `M${String(n).padStart(6, '0')}`,
    visit: `V${String(n).padStart(6, '0')}`,
    name: `试${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${'安宁平和康'[n % 5]}`,
    phone: `139${String(10_000_000 + n)}`,
    admittedAt: new Date(discharge.getTime() - 6 * 86_400_000),
    surgeryAt: new Date(discharge.getTime() - 4 * 86_400_000),
    dischargedAt: discharge,
    diagnosis: ['M17.1', '单侧原发性膝关节病'],
    procedure: ['81.54', '全膝关节置换术'],
    ...more,
  };
}

/** Sends messages over one MLLP line and returns the acknowledgement codes. */
export async function sendAll(address: string, messages: readonly string[]): Promise<string[]> {
  const [host = '', port = ''] = address.replace(/^mllp:\/\//, '').split(':');
  const client = new MllpClient({ host, port: Number(port) });
  await client.connect();
  const codes: string[] = [];
  for (const message of messages) {
    const reply = parse(new TextDecoder().decode(await client.send(new TextEncoder().encode(message))));
    codes.push(reply.ok ? (get(reply.message, 'MSA-1') ?? '?') : '?');
  }
  await client.close();
  return codes;
}
