import type { Reply } from '../../api/types.ts';

export type Preparation = Reply<'encounters.readEncounter'>['preparation'];

/** What is prepared before somebody leaves, in the order a nurse does it. */
export function marksOf(preparation: Preparation) {
  return [
    { key: 'card', done: preparation.card },
    { key: 'phone', done: preparation.phone },
    { key: 'reach', done: preparation.reach },
    { key: 'consents', done: preparation.consentsOpen.length === 0 },
  ] as const;
}

/** Everything is prepared: the discharge only starts the clocks. */
export function isReady(preparation: Preparation): boolean {
  return marksOf(preparation).every(({ done }) => done);
}
