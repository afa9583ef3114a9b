import { type Hd, part, readNestedHd } from './datatypes.ts';
import type { Repetition } from './read.ts';

/** Extended person name (PID-5). */
export interface Xpn {
  readonly family: string | undefined;
  readonly given: string | undefined;
  readonly middle: string | undefined;
  readonly suffix: string | undefined;
  readonly prefix: string | undefined;
  readonly degree: string | undefined;
  /** Table 0200: L legal, D display, A alias, N nickname, M maiden … */
  readonly use: string | undefined;
  /** A alphabetic, I ideographic, P phonetic. */
  readonly representation: string | undefined;
}

export const readXpn = (from: Repetition): Xpn => ({
  family: part(from, 1),
  given: part(from, 2),
  middle: part(from, 3),
  suffix: part(from, 4),
  prefix: part(from, 5),
  degree: part(from, 6),
  use: part(from, 7),
  representation: part(from, 8),
});

/** A person with an identifier: XCN (PV1-7) and CNN (inside OBR-32) in one shape. */
export interface Xcn {
  readonly id: string | undefined;
  readonly family: string | undefined;
  readonly given: string | undefined;
  readonly middle: string | undefined;
  readonly suffix: string | undefined;
  readonly prefix: string | undefined;
  readonly degree: string | undefined;
  readonly authority: Hd;
  readonly idType: string | undefined;
}

export const readXcn = (from: Repetition): Xcn => ({
  id: part(from, 1),
  family: part(from, 2),
  given: part(from, 3),
  middle: part(from, 4),
  suffix: part(from, 5),
  prefix: part(from, 6),
  degree: part(from, 7),
  authority: readNestedHd(from, 9),
  idType: part(from, 13),
});

/** Reads a CNN. It stands inside component 1 of an NDL, so its parts are subcomponents. */
export const readCnn = (from: Repetition): Xcn => ({
  id: part(from, 1, 1),
  family: part(from, 1, 2),
  given: part(from, 1, 3),
  middle: part(from, 1, 4),
  suffix: part(from, 1, 5),
  prefix: part(from, 1, 6),
  degree: part(from, 1, 7),
  authority: { namespace: part(from, 1, 9), universalId: part(from, 1, 10), universalIdType: part(from, 1, 11) },
  idType: undefined,
});

/** The name as it is said: family first and unspaced when written in Han characters, else given, middle, family. */
export function nameText(name: Pick<Xpn, 'family' | 'given' | 'middle' | 'suffix'>): string | undefined {
  const { family, given, middle, suffix } = name;
  const han = /\p{Script=Han}/u.test(`${family ?? ''}${given ?? ''}`);
  const pieces = han ? [family, given, middle] : [given, middle, family, suffix];
  return pieces.filter((piece) => piece !== undefined).join(han ? '' : ' ') || undefined;
}
