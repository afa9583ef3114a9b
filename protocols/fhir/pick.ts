import type { CodeableConcept, Coding, ContactPoint, HumanName, Identifier, Period } from '@medplum/fhirtypes';
import { isObject, objectsOf, textOf } from './json.ts';

/** True unless the period is over or not begun on that day (`YYYY-MM-DD`). Compared as far as both are precise. */
function holds(period: Period | undefined, on: string | undefined): boolean {
  if (on === undefined || !isObject(period)) return true;
  const { start, end } = period as Period;
  const before = (a: string, b: string): boolean => a.slice(0, b.length) < b.slice(0, a.length);
  const early = typeof start === 'string' && before(on, start.slice(0, 10));
  return !early && !(typeof end === 'string' && before(end.slice(0, 10), on));
}

/** The item whose use stands first in `order`; unnamed uses come after the named ones, `old` is never taken. */
function best<T extends { use?: string }>(items: readonly T[], order: readonly string[]): T | undefined {
  const rank = ({ use }: T): number => {
    const place = order.indexOf(use ?? '');
    return place === -1 ? order.length : place;
  };
  return items
    .filter(({ use }) => use !== 'old')
    .reduce<T | undefined>((a, b) => (a === undefined || rank(b) < rank(a) ? b : a), undefined);
}

/** The name to call a person by: official, then usual, then any that is not old and holds on the day `on`. */
export function pickName(names: readonly HumanName[] | undefined, on?: string): HumanName | undefined {
  const current = objectsOf(names).filter((name) => holds(name.period, on) && nameText(name) !== undefined);
  return best(current, ['official', 'usual']);
}

/** `text` as sent; else family and given, unspaced and family first when in Han characters. */
export function nameText(name: HumanName | undefined): string | undefined {
  if (!isObject(name)) return undefined;
  const { text, family, given } = name as HumanName;
  const whole = textOf(text);
  if (whole !== undefined) return whole;
  const first = (Array.isArray(given) ? given : []).map(textOf).filter((part) => part !== undefined);
  const last = textOf(family);
  const han = /\p{Script=Han}/u.test(`${last ?? ''}${first.join('')}`);
  const parts = han ? [last, ...first] : [...first, last];
  return parts.filter((part) => part !== undefined).join(han ? '' : ' ') || undefined;
}

/** The contact point of a system to try first: lowest rank, then mobile, home, work. Old ones are never taken. */
export function pickTelecom(
  telecoms: readonly ContactPoint[] | undefined,
  system: NonNullable<ContactPoint['system']>,
  on?: string,
): ContactPoint | undefined {
  const usable = objectsOf(telecoms).filter(
    (one) => one.system === system && textOf(one.value) !== undefined && holds(one.period, on),
  );
  const rankOf = ({ rank }: ContactPoint): number => (typeof rank === 'number' ? rank : Number.POSITIVE_INFINITY);
  const current = usable.filter(({ use }) => use !== 'old');
  const lowest = Math.min(...current.map(rankOf));
  return best(
    current.filter((one) => rankOf(one) === lowest),
    ['mobile', 'home', 'work'],
  );
}

/** What to look for in an identifier: its system, or the code of its type (MR, VN, NI …), or both. */
export interface IdentifierWish {
  readonly system?: string;
  readonly type?: string;
}

/** The first identifier with a value that fits the wish; official and usual ones before others. */
export function pickIdentifier(
  identifiers: readonly Identifier[] | undefined,
  wish: IdentifierWish,
  on?: string,
): Identifier | undefined {
  const fits = objectsOf(identifiers).filter(
    (one) =>
      textOf(one.value) !== undefined &&
      holds(one.period, on) &&
      (wish.system === undefined || one.system === wish.system) &&
      (wish.type === undefined || codings(one.type).some(({ code }) => code === wish.type)),
  );
  return best(fits, ['official', 'usual']);
}

function codings(concept: CodeableConcept | undefined): Coding[] {
  return isObject(concept) ? objectsOf((concept as CodeableConcept).coding) : [];
}

/** The coding of a concept in one system: the one a person chose, else the first with a code. */
export function pickCoding(concept: CodeableConcept | undefined, system: string): Coding | undefined {
  const own = codings(concept).filter((coding) => coding.system === system && textOf(coding.code) !== undefined);
  return own.find(({ userSelected }) => userSelected === true) ?? own[0];
}

/** What a concept is called: its text, else the first display, else the first code. */
export function conceptText(concept: CodeableConcept | undefined): string | undefined {
  if (!isObject(concept)) return undefined;
  const list = codings(concept);
  const firstOf = (key: 'display' | 'code'): string | undefined =>
    list.map((one) => textOf(one[key])).find((one) => one !== undefined);
  return textOf((concept as CodeableConcept).text) ?? firstOf('display') ?? firstOf('code');
}
