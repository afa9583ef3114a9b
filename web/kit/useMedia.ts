import { useSyncExternalStore } from 'react';

/** Whether a CSS media query holds now; renders again when that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

export const darkQuery = '(prefers-color-scheme: dark)';
export const calmQuery = '(prefers-reduced-motion: reduce)';
/** Phone width: navigation moves to the bottom, grids become lists. */
export const narrowQuery = '(max-width: 719px)';
