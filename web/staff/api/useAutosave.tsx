import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../kit/Icon.tsx';
import { Autosaver, type SaveState } from './autosaver.ts';
import type { ApiProblem } from './problem.ts';

interface Autosave<V> {
  /** Unsent work found in this tab when the page opened: show it instead of the server's value. */
  readonly draft: V | undefined;
  put(value: V): void;
  flush(): Promise<void>;
  readonly state: SaveState;
  /** Why the server refused, for example `stale`. */
  readonly problem: ApiProblem | null;
}

/**
 * Saves by itself. `staffId` keeps one person's draft from being sent in another's name after a change of user;
 * `key` names the form (`call:<id>`); `send` writes the whole value. Show `<SavedMark state={…} />` beside the form.
 */
export function useAutosave<V>(staffId: string, key: string, send: (value: V) => Promise<unknown>): Autosave<V> {
  const storeKey = `dayone.draft.${staffId}.${key}`;
  const [{ state, problem }, setState] = useState<{ state: SaveState; problem: ApiProblem | null }>({
    state: 'saved',
    problem: null,
  });
  const [draft] = useState(() => Autosaver.draft<V>(sessionStorage, storeKey));
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  const saver = useRef<Autosaver<V> | null>(null);
  useEffect(() => {
    const made = new Autosaver<V>({
      key: storeKey,
      store: sessionStorage,
      send: (value) => latest.current(value),
      onState: (next, why) => setState({ state: next, problem: why }),
    });
    saver.current = made;
    made.start();
    const back = () => void made.flush();
    window.addEventListener('online', back);
    window.addEventListener('pagehide', back);
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('pagehide', back);
      made.stop();
    };
  }, [storeKey]);
  const put = useCallback((value: V) => saver.current?.put(value), []);
  const flush = useCallback(async () => saver.current?.flush(), []);
  return { draft, put, flush, state, problem };
}

const icons: Record<SaveState, IconName> = { saved: 'check', saving: 'retry', held: 'offline', refused: 'info' };

/** 已保存 · 保存中 · 离线，已暂存: announced politely, never in the way. */
export function SavedMark({ state }: { state: SaveState }) {
  const { t } = useTranslation();
  return (
    <span className={`s-saved s-saved-${state}`} role="status">
      <Icon name={icons[state]} size={14} />
      {t(`shell.saved.${state}`)}
    </span>
  );
}
