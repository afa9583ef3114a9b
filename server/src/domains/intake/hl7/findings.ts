import {
  getText,
  type Message,
  readCwe,
  readXcn,
  repetitions,
  type Segment,
  segments,
} from '../../../../../protocols/hl7v2/index.ts';
import { codeSystem } from '../codes.ts';
import type { DiagnosisClaim, MedicineClaim, ProcedureClaim } from '../stay-message.ts';
import { dateAt, timeAt } from './time.ts';

const coded = (segment: Segment, path: string) => readCwe(repetitions(segment, path)[0] ?? []);

/** DG1 segments, in order of rank; undefined where the message has none, which says nothing. DG1-21 = D leaves one out. */
export function diagnosesOf(message: Message): DiagnosisClaim[] | undefined {
  const found = segments(message, 'DG1');
  if (found.length === 0) return undefined;
  const claims = found.flatMap((dg1) => {
    const { code, text, system } = coded(dg1, 'DG1-3');
    const said = text ?? getText(dg1, 'DG1-4') ?? null;
    if ((code === undefined && said === null) || getText(dg1, 'DG1-21') === 'D') return [];
    const use = useOf(getText(dg1, 'DG1-6'));
    const rank = Number(getText(dg1, 'DG1-15') ?? Number.POSITIVE_INFINITY);
    const claim = { code: code ?? null, system: codeSystem(system ?? getText(dg1, 'DG1-2')), text: said, use };
    return [{ claim, rank: Number.isNaN(rank) ? Number.POSITIVE_INFINITY : rank }];
  });
  return claims.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)).map(({ claim }) => claim);
}

/** Table 0052. */
function useOf(type: string | undefined): DiagnosisClaim['use'] {
  switch (type) {
    case 'A':
      return 'admission';
    case 'W':
      return 'working';
    case 'F':
      return 'discharge';
    default:
      return 'other';
  }
}

/** PR1 segments; undefined where the message has none. */
export function proceduresOf(message: Message, zone: string): ProcedureClaim[] | undefined {
  const found = segments(message, 'PR1');
  if (found.length === 0) return undefined;
  return found.flatMap((pr1, at) => {
    const { code, text, system } = coded(pr1, 'PR1-3');
    const said = text ?? getText(pr1, 'PR1-4') ?? null;
    if (code === undefined && said === null) return [];
    return [
      {
        code: code ?? null,
        system: codeSystem(system ?? getText(pr1, 'PR1-2')),
        text: said,
        performedAt: timeAt(pr1, 'PR1-5', zone, `PR1[${at + 1}]-5`),
      },
    ];
  });
}

/** Who operated (PR1-11): asked where no attending doctor is named. */
export function surgeonOf(message: Message): string | null {
  return segments(message, 'PR1').flatMap((pr1) => readXcn(repetitions(pr1, 'PR1-11')[0] ?? []).id ?? [])[0] ?? null;
}

/**
 * Medicines as pharmacy orders tell them: an RXE, with the RXR and TQ1 that stand in its group. Undefined without any.
 * `kept` says which order controls (ORC-1) are wanted; a group without ORC counts.
 */
export function medicinesOf(
  message: Message,
  kept: (control: string | undefined) => boolean,
): MedicineClaim[] | undefined {
  const groups = orderGroups(message).filter(({ rxe }) => rxe !== undefined);
  if (groups.length === 0) return undefined;
  return groups.filter(({ orc }) => kept(orc && getText(orc, 'ORC-1'))).flatMap(medicineOf);
}

interface OrderGroup {
  orc: Segment | undefined;
  rxe: Segment | undefined;
  rxr: Segment | undefined;
  tq1: Segment | undefined;
}

/** RDE^O11 is [ORC [TQ1] RXE [TQ1] [RXR]]…; a new ORC or a second RXE begins the next group. */
function orderGroups(message: Message): OrderGroup[] {
  const groups: OrderGroup[] = [];
  for (const segment of message.segments) {
    const last = groups.at(-1);
    const fresh: OrderGroup = { orc: undefined, rxe: undefined, rxr: undefined, tq1: undefined };
    if (segment.name === 'ORC') groups.push({ ...fresh, orc: segment });
    else if (segment.name === 'RXE') {
      if (last === undefined || last.rxe !== undefined) groups.push({ ...fresh, rxe: segment });
      else last.rxe = segment;
    } else if (segment.name === 'RXR' && last?.rxr === undefined && last !== undefined) last.rxr = segment;
    else if (segment.name === 'TQ1' && last?.tq1 === undefined && last !== undefined) last.tq1 = segment;
  }
  return groups;
}

function medicineOf({ rxe, rxr, tq1 }: OrderGroup): MedicineClaim[] {
  if (rxe === undefined) return [];
  const { code, text, system } = coded(rxe, 'RXE-2');
  const name = text ?? code;
  if (name === undefined) return [];
  const amount = getText(rxe, 'RXE-3');
  const units = coded(rxe, 'RXE-5');
  const route = rxr && coded(rxr, 'RXR-1');
  const repeat = tq1 && coded(tq1, 'TQ1-3');
  return [
    {
      code: code ?? null,
      system: codeSystem(system),
      text: name,
      dose: amount === undefined ? null : `${amount} ${units.text ?? units.code ?? ''}`.trim(),
      route: route?.text ?? route?.code ?? null,
      // TQ1 since 2.5; before, the second component of RXE-1.
      frequency: repeat?.text ?? repeat?.code ?? getText(rxe, 'RXE-1.2') ?? null,
      startsOn: tq1 ? dateAt(tq1, 'TQ1-7') : dateAt(rxe, 'RXE-1.4'),
      endsOn: tq1 ? dateAt(tq1, 'TQ1-8') : dateAt(rxe, 'RXE-1.5'),
    },
  ];
}
