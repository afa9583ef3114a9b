import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { KeyHelp } from './KeyHelp.tsx';
import { type KeyMap, matchStroke, type Stroke } from './keys.ts';

interface Keys {
  readonly layers: Set<{ current: KeyMap }>;
  readonly enabled: boolean;
  openHelp(): void;
}
const KeysContext = createContext<Keys | null>(null);
const storageKey = 'dayone.keys';

const fields =
  'input, textarea, select, [contenteditable=true], [role=textbox], [role=combobox], [role=listbox], [role=menu]';
const modals = '[aria-modal=true], dialog[open]';

function strokeOf(event: KeyboardEvent): Stroke {
  const target = event.target instanceof Element ? event.target : null;
  return {
    key: event.key,
    modified: event.ctrlKey || event.metaKey || event.altKey,
    typing: event.isComposing || target?.closest(fields) != null,
    onButton: target?.closest('button, a, [role=button], summary') != null,
  };
}
const modalOpen = () => [...document.querySelectorAll(modals)].some((modal) => modal.checkVisibility());

/**
 * Listens once for the whole page. Later layers win over earlier ones; an open dialog silences all.
 * `?` opens the help sheet, where single-key shortcuts can be switched off (WCAG 2.1.4).
 */
export function KeysProvider({ children }: { children: ReactNode }) {
  const [layers] = useState(() => new Set<{ current: KeyMap }>());
  const [help, setHelp] = useState<KeyMap | null>(null);
  const [enabled, setEnabled] = useState(() => localStorage.getItem(storageKey) !== 'off');
  const pending = useRef('');
  const merged = useCallback(() => Object.assign({}, ...[...layers].map((layer) => layer.current)) as KeyMap, [layers]);
  const openHelp = useCallback(() => setHelp(merged()), [merged]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key) || modalOpen()) return;
      const map: KeyMap = enabled ? { '?': { label: '', run: openHelp }, ...merged() } : {};
      const { hit, pending: rest } = matchStroke(pending.current, strokeOf(event), Object.keys(map));
      pending.current = rest;
      if (!hit) return;
      event.preventDefault();
      map[hit]?.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [enabled, merged, openHelp]);

  const toggle = (on: boolean) => {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
    setEnabled(on);
  };
  const value = useMemo(() => ({ layers, enabled, openHelp }), [layers, enabled, openHelp]);
  return (
    <KeysContext value={value}>
      {children}
      {help && <KeyHelp map={help} enabled={enabled} onToggle={toggle} onClose={() => setHelp(null)} />}
    </KeysContext>
  );
}

function useKeysContext(): Keys {
  const keys = useContext(KeysContext);
  if (!keys) throw new Error('useKeys stands outside KeysProvider');
  return keys;
}

/** Binds keys while this component is on the screen: `useKeys({ j: { label: t('…'), run: next } })`. */
export function useKeys(map: KeyMap): void {
  const { layers } = useKeysContext();
  const layer = useRef(map);
  useEffect(() => {
    layer.current = map;
  });
  useEffect(() => {
    layers.add(layer);
    return () => {
      layers.delete(layer);
    };
  }, [layers]);
}

/** Opens the sheet of shortcuts, for a button that does so. */
export function useKeyHelp(): () => void {
  return useKeysContext().openHelp;
}

/** Whether shortcuts are switched on; hints hide themselves when not. */
export function useKeysEnabled(): boolean {
  return useKeysContext().enabled;
}
