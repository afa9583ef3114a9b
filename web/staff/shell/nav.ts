import { type Feature, features } from '../features/index.ts';
import { useMe } from './session.ts';

/** A page that stands in the navigation. */
export type NavEntry = Feature & { readonly nav: NonNullable<Feature['nav']> };

/** The navigation of a person: only what they may open, in its order. */
export function entriesFor(permissions: readonly string[], all: readonly Feature[] = features): NavEntry[] {
  return all
    .filter((feature): feature is NavEntry => feature.nav !== undefined && permissions.includes(feature.permission))
    .sort((a, b) => a.nav.order - b.nav.order);
}

/** The navigation of whoever is signed in. */
export function useNav(): NavEntry[] {
  return entriesFor(useMe().permissions);
}

/** Whether an address belongs to an entry: its page or something below it; the start page only itself. */
export function isCurrent(entryPath: string, pathname: string): boolean {
  if (entryPath === '/') return pathname === '/';
  return pathname === entryPath || pathname.startsWith(`${entryPath}/`);
}
