import { QueryCache, QueryClient, type QueryKey, queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';
import { ApiProblem } from './problem.ts';
import type { Input, InputArgs, Reply, RouteName } from './types.ts';

/** Options of TanStack Query for a GET of the contract: `useQuery(query('identity.me'))`. */
export function query<N extends RouteName>(name: N, ...args: InputArgs<N>) {
  return queryOptions<Reply<N>, Error>({ queryKey: keyOf(name, args[0]), queryFn: () => call(name, ...args) });
}

/** The cache key of a call; without an input it matches every call of that route. */
export function keyOf<N extends RouteName>(name: N, input?: Input<N>): QueryKey {
  return input === undefined ? [name] : [name, input];
}

/** One cache for the console. Nothing is written to disk: it holds patients' data. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, failed) => {
      // After a change of user the next person must not go on seeing what the last one was allowed to see.
      if (error instanceof ApiProblem && (error.status === 403 || error.status === 404)) {
        failed.setState({ data: undefined, dataUpdatedAt: 0, status: 'error' });
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      networkMode: 'always',
      retry: (count, error) => count < 2 && error instanceof ApiProblem && error.status >= 500,
    },
    mutations: { networkMode: 'always' },
  },
});
