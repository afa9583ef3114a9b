import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { call } from './call.ts';
import { useHints } from './live.ts';
import { ApiProblem } from './problem.ts';
import { keyOf, query } from './query.ts';
import type { Input, InputArgs, Reply, RouteName } from './types.ts';

/** Reads a route and keeps it fresh: fetched again on every hint of `topics`. `null` as input waits. */
export function useApi<N extends RouteName>(
  name: N,
  input: Input<N> | null,
  topics: readonly string[] = [],
): UseQueryResult<Reply<N>, Error> {
  const args = (input ? [input] : []) as unknown as InputArgs<N>;
  useHints(input ? topics : [], [keyOf(name)]);
  return useQuery({ ...query(name, ...args), enabled: input !== null });
}

interface Sending<N extends RouteName> {
  /** Routes whose answers this write changes; fetched again when it is done. */
  readonly changes?: readonly RouteName[];
  readonly onDone?: (reply: Reply<N>, input: Input<N>) => void;
  /** Handles the refusal itself and returns true; else its title is shown as a notice. */
  readonly onProblem?: (problem: ApiProblem) => boolean;
}

/** Writes through a route: `const save = useSend('identity.putShift', { changes: ['identity.roster'] }); save.mutate(input)`. */
export function useSend<N extends RouteName>(name: N, { changes = [], onDone, onProblem }: Sending<N> = {}) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation<Reply<N>, Error, Input<N>>({
    mutationFn: (input) => call(name, ...([input] as unknown as InputArgs<N>)),
    onSuccess: async (reply, input) => {
      onDone?.(reply, input);
      await Promise.all(changes.map((changed) => client.invalidateQueries({ queryKey: keyOf(changed) })));
    },
    onError: (error) => {
      const handled = error instanceof ApiProblem && (onProblem?.(error) ?? false);
      if (!handled) void message.error(error.message, 6);
    },
  });
}
