/** What tells one person from another. */
export interface Traits {
  readonly name: string;
  readonly sex: string;
  readonly bornOn: string | null;
  readonly identifiers: readonly { readonly system: string; readonly value: string; readonly type: string }[];
}

/** Names are compared without spaces, width and case. */
export function sameName(a: string, b: string): boolean {
  return plainName(a) === plainName(b);
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•・.]/g, '')
    .toLowerCase();
}

/** Both carry a national id and they differ. */
function idsContradict(a: Traits, b: Traits): boolean {
  const of = (one: Traits) => one.identifiers.filter(({ type }) => type === 'national-id').map(({ value }) => value);
  const mine = of(a);
  const theirs = of(b);
  return mine.length > 0 && theirs.length > 0 && !mine.some((value) => theirs.includes(value));
}

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;
const knownSex = (sex: string): string | null => (sex === 'male' || sex === 'female' ? sex : null);

/**
 * An identifier points at `known`; may it still be somebody else? Yes with another national id, and where both the name and the
 * birth date are others: a number that was typed wrong or given out twice. A changed name alone is a correction or a newborn's.
 */
export function contradictsIdentifier(seen: Traits, known: Traits): boolean {
  return idsContradict(seen, known) || (!sameName(seen.name, known.name) && differ(seen.bornOn, known.bornOn));
}

/**
 * Phone and name point at `known`; anything else that is known on both sides must agree, record numbers of the same system included:
 * where the hospital keeps two records, its own merge message (A40) decides, not we.
 */
export function contradictsPhone(seen: Traits, known: Traits): boolean {
  if (!sameName(seen.name, known.name) || idsContradict(seen, known)) return true;
  if (differ(seen.bornOn, known.bornOn) || differ(knownSex(seen.sex), knownSex(known.sex))) return true;
  return seen.identifiers.some(
    (mine) =>
      mine.type === 'medical-record' &&
      known.identifiers.some(
        (theirs) => theirs.type === mine.type && theirs.system === mine.system && theirs.value !== mine.value,
      ),
  );
}
