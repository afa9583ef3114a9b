import type { EncounterClass } from '../../../../contract/encounters.ts';
import { sameFamily } from './code-maps.ts';

export interface Episode {
  readonly class: EncounterClass;
  readonly admittedAt: Date | null;
  readonly dischargedAt: Date | null;
}

const HOUR_MS = 3_600_000;
/** Two descriptions of one end or one beginning lie at most this far apart: a nurse writes down yesterday's discharge today. */
const SAME_TIME_MS = 48 * HOUR_MS;
/** A stay that began earlier than this before an end is another one. */
const LONGEST_MS = 180 * 24 * HOUR_MS;

const near = (a: Date, b: Date): boolean => Math.abs(a.getTime() - b.getTime()) <= SAME_TIME_MS;
const within = (start: Date, end: Date): boolean =>
  start.getTime() <= end.getTime() + SAME_TIME_MS && end.getTime() - start.getTime() <= LONGEST_MS;

/**
 * Do two descriptions of one patient's episode, not tied by a number, mean the same one? Ends decide where both are known, else the
 * beginning of one must fit the end of the other, else both go on.
 */
export function sameEpisode(known: Episode, said: Episode): boolean {
  if (!sameFamily(known.class, said.class)) return false;
  if (known.dischargedAt && said.dischargedAt) return near(known.dischargedAt, said.dischargedAt);
  if (known.dischargedAt) return said.admittedAt !== null && fitsEnd(said.admittedAt, known.dischargedAt);
  if (said.dischargedAt) return known.admittedAt === null || within(known.admittedAt, said.dischargedAt);
  return !known.admittedAt || !said.admittedAt || near(known.admittedAt, said.admittedAt);
}

/** A beginning after the end is the next stay, however near. */
const fitsEnd = (start: Date, end: Date): boolean => start <= end && within(start, end);
