import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import type { Hint } from '../../../contract/kernel.ts';
import { queryClient } from './query.ts';
import { HintStream, type StreamState } from './stream.ts';

const stream = new HintStream();
const hearers = new Map<
  string,
  { topics: readonly string[]; keys: readonly (readonly unknown[])[]; onHint?: (hint: Hint) => void }
>();
const watchers = new Set<() => void>();
let state: StreamState = 'quiet';

/** Starts listening; called once by the program's entry. */
export function startHints(): void {
  stream.onHint = (hint) => {
    for (const { topics, keys, onHint } of hearers.values()) {
      if (!topics.includes(hint.topic)) continue;
      for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey });
      onHint?.(hint);
    }
  };
  stream.onState = (next, again) => {
    state = next;
    for (const watcher of watchers) watcher();
    if (again) void queryClient.invalidateQueries({ type: 'active' });
  };
  stream.start();
}

/** Asks the server for the stream again as whoever is now signed in. */
export function renewHints(): void {
  stream.renew();
}

/**
 * Hears of changes while the component is on the screen. `keys` are query keys (`keyOf(name)`) fetched again on each hint of
 * these topics; `onHint` is for more than that. Topics: `ward:<id>`, `patient:<id>`, `group:<id>`, `me:<staffId>`, `clock:`.
 */
export function useHints(
  topics: readonly string[],
  keys: readonly (readonly unknown[])[],
  onHint?: (hint: Hint) => void,
): void {
  const screen = useId();
  const latest = useRef({ keys, onHint });
  useEffect(() => {
    latest.current = { keys, onHint };
  });
  const wanted = topics.join(',');
  useEffect(() => {
    const list = wanted ? wanted.split(',') : [];
    hearers.set(screen, {
      topics: list,
      get keys() {
        return latest.current.keys;
      },
      onHint: (hint) => latest.current.onHint?.(hint),
    });
    stream.want(screen, list);
    return () => {
      hearers.delete(screen);
      stream.want(screen, []);
    };
  }, [screen, wanted]);
}

/** Whether hints arrive; the shell shows a banner when they do not. */
export function useStreamState(): StreamState {
  return useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => state,
  );
}
