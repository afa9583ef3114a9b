import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../../contract/identity.ts';
import { call } from '../api/call.ts';
import { renewHints } from '../api/live.ts';
import { keyOf, query, queryClient } from '../api/query.ts';

const meKey = keyOf('identity.me');
// Locking, a change of user and signing out hold for all tabs: they share one session.
const otherTabs = new BroadcastChannel('dayone.session');
otherTabs.onmessage = () => void queryClient.invalidateQueries();

/** Who is signed in, or undefined before that is known. Never asks by itself. */
export function useMaybeMe(): Me | undefined {
  return useQuery({ ...query('identity.me'), enabled: false }).data;
}

/** Who is signed in. Pages stand behind sign-in, so it is always known there. */
export function useMe(): Me {
  const me = useMaybeMe();
  if (!me) throw new Error('useMe stands outside the signed-in part');
  return me;
}

/** Whether the person may do this: shows or hides an action. The server decides again. */
export function useMay(permission: string): boolean {
  return useMe().permissions.includes(permission);
}

/** Hospital time minus this computer's clock, in milliseconds; right even where that clock is wrong. */
export function useHospitalClock(): number {
  const { data, dataUpdatedAt } = useQuery({ ...query('identity.me'), enabled: false });
  return data ? Date.parse(data.hospitalNow) - dataUpdatedAt : 0;
}

/** Shows the lock at once. The server locks too, so that the session is safe, not only the picture. */
export async function lockNow(): Promise<void> {
  showLocked();
  await call('identity.lock').catch(() => undefined);
  otherTabs.postMessage('locked');
}

/** Shows the lock because the server said so. */
export function showLocked(): void {
  queryClient.setQueryData<Me>(meKey, (me) => me && { ...me, locked: true });
}

/** Takes over whoever signed in, unlocked or changed places. Pages stay as they are and read again as that person. */
export function enter(me: Me): void {
  rememberStaff(me.staff);
  queryClient.setQueryData<Me>(meKey, me);
  queryClient.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
  renewHints();
  otherTabs.postMessage('changed');
}

/** Ends the session, leaves the page, and then forgets everything that was read: pages on the screen still need it. */
export async function signOut(leave: () => Promise<void> | void): Promise<void> {
  await call('identity.logout');
  otherTabs.postMessage('out');
  await leave();
  queryClient.clear();
}

/** How many forms of this person have not reached the server yet. */
export function unsentDrafts(staffId: string): number {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(`dayone.draft.${staffId}.`)).length;
}

const recentKey = 'dayone.staff';
/** A colleague who used this computer lately, offered on the change of user. */
export interface RecentStaff {
  readonly staffNo: string;
  readonly name: string;
}

/** The last four colleagues on this computer, newest first. */
export function recentStaff(): RecentStaff[] {
  try {
    return JSON.parse(localStorage.getItem(recentKey) ?? '[]') as RecentStaff[];
  } catch {
    return [];
  }
}

function rememberStaff({ staffNo, name }: RecentStaff): void {
  const others = recentStaff().filter((one) => one.staffNo !== staffNo);
  localStorage.setItem(recentKey, JSON.stringify([{ staffNo, name }, ...others].slice(0, 4)));
}
