import { getText, type Message } from '../../../../protocols/hl7v2/index.ts';
import type { FeedRow } from './feed.store.ts';

export interface Facilities {
  readonly sending: string | undefined;
  readonly receiving: string | undefined;
}

/** MSH-4 and MSH-6. */
export const facilitiesOf = (header: Message | null): Facilities => ({
  sending: header === null ? undefined : getText(header, 'MSH-4.1'),
  receiving: header === null ? undefined : getText(header, 'MSH-6.1'),
});

/**
 * Whose message it is: the feed that names both facilities, else the sending one, else the receiving one, else a feed that takes
 * any. A message of no feed (`known` false) is kept by the only hospital there is; where several listen here it is kept by none,
 * since it may be about another hospital's patient.
 */
export function chooseFeed(
  feeds: readonly FeedRow[],
  { sending, receiving }: Facilities,
): { readonly feed: FeedRow | null; readonly known: boolean } {
  const fits = (own: string | null, said: string | undefined): boolean => own === null || own === said;
  const weight = (feed: FeedRow): number =>
    (feed.sending_facility === null ? 0 : 2) + (feed.receiving_facility === null ? 0 : 1);
  const [best] = feeds
    .filter((feed) => fits(feed.sending_facility, sending) && fits(feed.receiving_facility, receiving))
    .sort((a, b) => weight(b) - weight(a));
  if (best !== undefined) return { feed: best, known: true };
  const hospitals = new Set(feeds.map((feed) => feed.hospital_id));
  return { feed: hospitals.size === 1 ? (feeds[0] ?? null) : null, known: false };
}
