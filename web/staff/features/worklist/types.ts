import type { Reply } from '../../api/types.ts';

export type Item = Reply<'worklist.listItems'>['items'][number];
export type Kind = Item['kind'];

/** What the address of 今日 says. */
export interface TodaySearch {
  readonly show?: 'ward' | 'me' | 'snoozed';
  readonly kind?: Kind;
  readonly item?: string;
}
