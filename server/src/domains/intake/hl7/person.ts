import {
  type Cx,
  get,
  getText,
  type Message,
  nameText,
  type Repetition,
  readCwe,
  readCx,
  readXpn,
  readXtn,
  repetitions,
  type Segment,
  segments,
} from '../../../../../protocols/hl7v2/index.ts';
import { identifierSystem, identifierType, NATIONAL_ID, sexOf } from '../codes.ts';
import {
  BrokenMessage,
  type FeedFacts,
  type IdentifierClaim,
  type PersonClaim,
  type RelativeClaim,
  type StayMessage,
} from '../stay-message.ts';
import { dateAt, timeAt } from './time.ts';

/** The n-th PID of a message as a person. Throws BrokenMessage where nobody can be told from it. */
export function personOf(message: Message, feed: FeedFacts, pid: Segment, relatives: readonly Segment[]): PersonClaim {
  const identifiers = identifiersOf(pid, feed);
  if (identifiers.length === 0) throw new BrokenMessage('no-patient-id', 'PID-3');
  const name = nameOf(pid, 'PID-5');
  if (name === undefined) throw new BrokenMessage('no-name', 'PID-5');
  const born = dateAt(pid, 'PID-7');
  return {
    identifiers,
    name,
    sex: sexOf(getText(pid, 'PID-8')),
    bornOn: born,
    phones: phonesOf(pid, ['PID-13', 'PID-14', 'PID-40']),
    relatives: relatives.flatMap(relativeOf),
    deceasedAt: diedBy(message) === 'yes' ? timeAt(pid, 'PID-29', feed.timeZone) : null,
  };
}

/**
 * PID-30 says so; a time of death alone does too. A plain N takes nothing back: many feeds print it always, also after a discharge
 * that told the death. Taking back is deleting PID-29 expressly.
 */
export function diedBy(message: Message): StayMessage['died'] {
  const said = getText(message, 'PID-30')?.toUpperCase();
  const at = get(message, 'PID-29');
  if (said === 'Y' || said === '1' || (said === undefined && typeof at === 'string')) return 'yes';
  return at === null ? 'withdrawn' : 'not-said';
}

/** PID-3 first, then what older senders put in PID-2, PID-4 and PID-19. */
function identifiersOf(pid: Segment, feed: FeedFacts): IdentifierClaim[] {
  const list = repetitions(pid, 'PID-3').map(readCx);
  const old = list.length > 0 ? [] : [...repetitions(pid, 'PID-2'), ...repetitions(pid, 'PID-4')].map(readCx);
  const claims = [...list, ...old].flatMap((cx, at) => identifierOf(cx, at === 0, feed));
  const national = getText(pid, 'PID-19');
  if (national !== undefined) claims.push({ system: NATIONAL_ID, value: national, type: 'national-id' });
  return claims.filter((one, at) => claims.findIndex((a) => a.system === one.system && a.value === one.value) === at);
}

/** One CX as an identifier; the first of a message that names no type is taken for the hospital's own number. */
export function identifierOf(cx: Cx, first: boolean, feed: FeedFacts): IdentifierClaim[] {
  if (cx.id === undefined) return [];
  const type = cx.type === undefined && first ? 'medical-record' : identifierType(cx.type);
  const authority = cx.authority.namespace ?? cx.authority.universalId;
  return [{ system: identifierSystem(authority, type, feed.identifierSystems), value: cx.id, type }];
}

/** The legal name, else the first. A name in one piece in the family place is taken whole. */
function nameOf(segment: Segment, path: string): string | undefined {
  const names = repetitions(segment, path).map(readXpn);
  const legal = names.find((name) => name.use === 'L' && nameText(name) !== undefined);
  return nameText(legal ?? names.find((name) => nameText(name) !== undefined) ?? readXpn([]));
}

/** Telephone numbers of the fields, in order, each once. Mail addresses and fax lines are left out. */
function phonesOf(segment: Segment, paths: readonly string[]): string[] {
  const numbers = paths.flatMap((path) => repetitions(segment, path).flatMap(phoneOf));
  return [...new Set(numbers)];
}

function phoneOf(from: Repetition): string[] {
  const { number, equipment, use } = readXtn(from);
  if (number === undefined || use === 'NET' || ['FX', 'Internet', 'X.400', 'BP'].includes(equipment ?? '')) return [];
  return number.replace(/\D/g, '').length >= 5 ? [number] : [];
}

function relativeOf(nk1: Segment): RelativeClaim[] {
  const name = nameOf(nk1, 'NK1-2');
  if (name === undefined) return [];
  const said = readCwe(repetitions(nk1, 'NK1-3')[0] ?? []);
  return [{ name, relationship: said.text ?? said.code ?? '', phones: phonesOf(nk1, ['NK1-5', 'NK1-6', 'NK1-40']) }];
}

/** The relatives that belong to a message as a whole. */
export const relativesOf = (message: Message): Segment[] => segments(message, 'NK1');
