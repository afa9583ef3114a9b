import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { useHints } from '../../api/live.ts';
import { keyOf } from '../../api/query.ts';
import type { Reply } from '../../api/types.ts';

type List = 'encounters.listInHouse' | 'encounters.listDischarged';

/** A ward's list page by page, fetched again on every hint of the ward. Null waits. */
export function useStays<N extends List>(name: N, wardId: string | null) {
  useHints(wardId ? [`ward:${wardId}`] : [], [keyOf(name)]);
  const read = useInfiniteQuery({
    queryKey: [name, 'pages', wardId],
    enabled: wardId !== null,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }) => {
      const query = { limit: 60, ...(pageParam ? { after: pageParam } : {}) };
      return (await call<List>(name, { params: { wardId: wardId ?? '' }, query })) as Reply<N>;
    },
    getNextPageParam: (last) => last.next,
  });
  const pages = read.data?.pages as Reply<N>[] | undefined;
  return { ...read, items: pages?.flatMap((page) => page.items as Reply<N>['items'][number][]) };
}
