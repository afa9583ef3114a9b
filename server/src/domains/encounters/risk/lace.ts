import { civilDate, daysBetween, type Zone } from '../../../kernel/time/index.ts';

/**
 * LACE index for death or unplanned readmission within 30 days: van Walraven C et al. 2010, CMAJ 182(6):551-7,
 * doi:10.1503/cmaj.091117. A modified table is in circulation (14 days or more = 6, comorbidity up to 6): it is another
 * score, so the version is part of every result.
 */
export const LACE_VERSION = 'LACE-2010';

export type LaceItemName = 'L' | 'A' | 'C' | 'E';
export type RiskBand = 'low' | 'moderate' | 'high';

/** Null = not known. A number that cannot be (negative, NaN) is treated as not known, never as zero. */
export type LaceInput = {
  /** Length of stay in days (see `lengthOfStayDays`); a fraction is cut off. */
  losDays: number | null;
  /** Admitted as an emergency. */
  acute: boolean | null;
  /** Charlson score with LACE weights, from `charlsonFromIcd10(codes).score`. */
  charlson: number | null;
  /** True when the Charlson score itself is only a lower bound. */
  charlsonLowerBound?: boolean;
  /** Emergency department visits in the six months before admission, the one that led to it not counted. */
  edVisits6m: number | null;
};

export type LaceItem = {
  item: LaceItemName;
  /** What was known, as given; null when missing. */
  value: number | boolean | null;
  /** Points, or null when the value is missing. */
  points: number | null;
  maxPoints: number;
};

export type LaceResult = {
  version: typeof LACE_VERSION;
  /** Sum of the known items, 0 to 19. */
  score: number;
  /** The highest score the unknown items would still allow; equals `score` when nothing is open. */
  scoreAtMost: number;
  lowerBound: boolean;
  missing: LaceItemName[];
  items: LaceItem[];
  /** Band of `score`: with `lowerBound` it reads "at least". */
  band: RiskBand;
  bandAtMost: RiskBand;
};

/** High from 10 (van Walraven's cut), moderate 5 to 9, low 0 to 4 (as the R package cliot bands them). */
export function band(score: number): RiskBand {
  if (score >= 10) return 'high';
  return score >= 5 ? 'moderate' : 'low';
}

/**
 * Days of a stay for L: civil dates of admission and discharge subtracted, so leaving on the day of admission is 0.
 * Null when either is missing or the discharge is before the admission.
 */
export function lengthOfStayDays(admittedAt: Date | null, dischargedAt: Date | null, zone: Zone): number | null {
  if (!admittedAt || !dischargedAt || dischargedAt < admittedAt) return null;
  return daysBetween(civilDate(admittedAt, zone), civilDate(dischargedAt, zone));
}

function stayPoints(days: number): number {
  if (days < 4) return Math.floor(days);
  if (days < 7) return 4;
  return days < 14 ? 5 : 7;
}

// Four comorbidity points do not exist: the scale goes 0, 1, 2, 3, 5.
const comorbidityPoints = (charlson: number): number => (charlson >= 4 ? 5 : Math.floor(charlson));
const visitPoints = (visits: number): number => Math.min(4, Math.floor(visits));

function numberItem(
  item: LaceItemName,
  given: number | null,
  maxPoints: number,
  points: (n: number) => number,
): LaceItem {
  const known = given !== null && given >= 0 && Number.isFinite(given);
  return { item, value: known ? given : null, points: known ? points(given) : null, maxPoints };
}

/** LACE with every item explained; what is unknown is named in `missing` and makes the score a lower bound. */
export function lace(input: LaceInput): LaceResult {
  const { acute } = input;
  const items: LaceItem[] = [
    numberItem('L', input.losDays, 7, stayPoints),
    { item: 'A', value: acute, points: acute === null ? null : acute ? 3 : 0, maxPoints: 3 },
    numberItem('C', input.charlson, 5, comorbidityPoints),
    numberItem('E', input.edVisits6m, 4, visitPoints),
  ];
  const isOpen = ({ item, points, maxPoints }: LaceItem): boolean =>
    points === null || (item === 'C' && input.charlsonLowerBound === true && points < maxPoints);
  const score = items.reduce((sum, { points }) => sum + (points ?? 0), 0);
  const scoreAtMost = items.reduce((sum, one) => sum + (isOpen(one) ? one.maxPoints : (one.points ?? 0)), 0);
  return {
    version: LACE_VERSION,
    score,
    scoreAtMost,
    lowerBound: items.some(isOpen),
    missing: items.filter(({ points }) => points === null).map(({ item }) => item),
    items,
    band: band(score),
    bandAtMost: band(scoreAtMost),
  };
}
