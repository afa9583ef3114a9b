import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Me } from '../../../contract/identity.ts';
import { useMe } from './session.ts';

type Ward = Me['wards'][number];
interface WardChoice {
  /** The ward whose work is shown; null for people without one (direction, integration). */
  readonly ward: Ward | null;
  readonly wards: readonly Ward[];
  choose(id: string): void;
}
const WardContext = createContext<WardChoice | null>(null);
const storageKey = 'dayone.ward';

/** Keeps the chosen ward on this computer; a person without that ward sees the first of their own. */
export function WardProvider({ children }: { children: ReactNode }) {
  const { wards } = useMe();
  const [chosen, setChosen] = useState(() => localStorage.getItem(storageKey));
  const value = useMemo(
    () => ({
      wards,
      ward: wards.find(({ id }) => id === chosen) ?? wards[0] ?? null,
      choose: (id: string) => {
        localStorage.setItem(storageKey, id);
        setChosen(id);
      },
    }),
    [wards, chosen],
  );
  return <WardContext value={value}>{children}</WardContext>;
}

/** The ward chosen in the header. */
export function useWard(): WardChoice {
  const choice = useContext(WardContext);
  if (!choice) throw new Error('useWard stands outside the console');
  return choice;
}
