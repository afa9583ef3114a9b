import { getText, type Message, readCx, repetitions, segments } from '../../../../../protocols/hl7v2/index.ts';
import {
  BrokenMessage,
  type FeedFacts,
  type Mapped,
  mapping,
  type StayClaim,
  type StayKind,
  type StayMessage,
} from '../stay-message.ts';
import { chargeOf } from './charge.ts';
import { medicinesOf } from './findings.ts';
import { diedBy, identifierOf, personOf, relativesOf } from './person.ts';
import { stayOf } from './stay.ts';

const STAYS: Readonly<Record<string, StayKind>> = {
  A01: 'admit',
  A02: 'transfer',
  A03: 'discharge',
  A04: 'admit',
  A05: 'admit',
  A06: 'update',
  A07: 'update',
  A08: 'update',
  A11: 'cancel-admit',
  // The patient stays where the message says: back on the ward of before.
  A12: 'transfer',
  A13: 'cancel-discharge',
};
const PERSONS = new Set(['A28', 'A31']);
const MERGES = new Set(['A34', 'A40']);

/**
 * What an HL7 v2 message means. Pure: the same message through the same feed always means the same. Broken names the first place
 * that keeps it from being used.
 */
export function mapAdt(message: Message, feed: FeedFacts): Mapped {
  return mapping(() => {
    const type = getText(message, 'MSH-9.1');
    const trigger = getText(message, 'MSH-9.2') ?? '';
    if (type === 'RDE' && (trigger === 'O11' || trigger === 'O25')) return medicines(message, feed);
    if (type === 'DFT' && trigger === 'P03') return chargeOf(message, feed, () => theOnlyPerson(message, feed));
    if (type !== 'ADT') return { kind: 'ignored', reason: 'type-not-used' };
    if (MERGES.has(trigger)) return merge(message, feed);
    const kind = Object.hasOwn(STAYS, trigger) ? STAYS[trigger] : undefined;
    if (kind === undefined && !PERSONS.has(trigger)) return { kind: 'ignored', reason: 'type-not-used' };
    const person = theOnlyPerson(message, feed);
    const told = kind === 'update' && segments(message, 'PV1').length === 0 ? undefined : kind;
    const stay =
      told === undefined ? null : { ...stayOf(message, told, feed), ...(trigger === 'A05' ? { planned: true } : {}) };
    return { kind: 'stay', person, stay, died: diedBy(message) };
  });
}

function theOnlyPerson(message: Message, feed: FeedFacts): StayMessage['person'] {
  const [pid, second] = segments(message, 'PID');
  if (pid === undefined) throw new BrokenMessage('no-patient-id', 'PID-3');
  if (second !== undefined) throw new BrokenMessage('several-stays', 'PID[2]-3');
  return personOf(message, feed, pid, relativesOf(message));
}

/** RDE: medicines of the discharge. An order for the ward (ORC-29 = I) is not what the patient takes home. */
function medicines(message: Message, feed: FeedFacts): Mapped {
  const orders = segments(message, 'ORC');
  if (orders.length > 0 && orders.every((orc) => getText(orc, 'ORC-29') === 'I'))
    return { kind: 'ignored', reason: 'inpatient-order' };
  const cancels = (control: string | undefined): boolean =>
    ['CA', 'DC', 'OC', 'OD', 'CR', 'DR'].includes(control ?? '');
  const removed = medicinesOf(message, cancels) ?? [];
  const given = medicinesOf(message, (control) => !cancels(control)) ?? [];
  if (removed.length === 0 && given.length === 0) return { kind: 'ignored', reason: 'nothing-to-use' };
  // A message that both orders and stops is no order anybody sends; what is given counts.
  const list = given.length > 0 ? given : removed;
  const person = theOnlyPerson(message, feed);
  const stay: StayClaim = {
    ...stayOf(message, 'update', feed),
    medicines: list,
    medicinesMode: given.length > 0 ? 'add' : 'remove',
  };
  return { kind: 'stay', person, stay, died: diedBy(message) };
}

/** A40 may hold several pairs of PID and MRG; A34 one. The survivor stands in PID-3, who goes up in it in MRG-1. */
function merge(message: Message, feed: FeedFacts): Mapped {
  const pids = segments(message, 'PID');
  const mrgs = segments(message, 'MRG');
  if (pids.length === 0) throw new BrokenMessage('no-patient-id', 'PID-3');
  const pairs = pids.map((pid, at) => {
    const from = mrgs[at]
      ? repetitions(mrgs[at], 'MRG-1')
          .map(readCx)
          .flatMap((cx, place) => identifierOf(cx, place === 0, feed))
      : [];
    if (from.length === 0) throw new BrokenMessage('no-merge-id', at === 0 ? 'MRG-1' : `MRG[${at + 1}]-1`);
    return { into: personOf(message, feed, pid, []), from };
  });
  return { kind: 'merge', pairs };
}
