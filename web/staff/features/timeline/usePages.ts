import { useInfiniteQuery } from '@tanstack/react-query';
import { useHints } from '../../api/live.ts';
import { keyOf } from '../../api/query.ts';
import type { RouteName } from '../../api/types.ts';

interface PageOf<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A list about one patient, page by page, read again on every hint of that patient. */
export function usePages<T>(
  name: RouteName,
  patientId: string,
  fetchPage: (after: string | undefined) => Promise<PageOf<T>>,
) {
  useHints([`patient:${patientId}`], [keyOf(name)]);
  const pages = useInfiniteQuery({
    queryKey: [name, { pagesOf: patientId }],
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...pages, items: pages.data?.pages.flatMap((page) => page.items) };
}
