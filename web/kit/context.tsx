import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { type Formats, type Language, makeFormats } from './formats.ts';
import { wallNow } from './wall.ts';

interface Kit {
  readonly language: Language;
  readonly timeZone: string;
  /** Hospital time minus this browser's clock, in milliseconds. */
  readonly offsetMs: number;
  readonly formats: Formats;
}
const KitContext = createContext<Kit | null>(null);

/** Gives every kit component its language, the hospital's time zone and its clock. */
export function KitProvider(props: { language: Language; timeZone: string; offsetMs: number; children: ReactNode }) {
  const { language, timeZone, offsetMs, children } = props;
  const value = useMemo(
    () => ({ language, timeZone, offsetMs, formats: makeFormats(language, timeZone) }),
    [language, timeZone, offsetMs],
  );
  return <KitContext value={value}>{children}</KitContext>;
}

/** Language, time zone and formats of the page. */
export function useKit(): Kit {
  const kit = useContext(KitContext);
  if (!kit) throw new Error('useKit stands outside KitProvider');
  return kit;
}

/** Dates, times and numbers in the hospital's zone and the reader's language. */
export function useFormats(): Formats {
  return useKit().formats;
}

function everyTick(seconds: number) {
  return (changed: () => void) => {
    const timer = setInterval(changed, seconds * 1000);
    return () => clearInterval(timer);
  };
}
const subscribe = { 1: everyTick(1), 15: everyTick(15) };

/** Hospital time in epoch milliseconds, renewed every 15 seconds (or every second for a clock on the screen). */
export function useHospitalNow(everySeconds: 1 | 15 = 15): number {
  const { offsetMs } = useKit();
  const step = everySeconds * 1000;
  return useSyncExternalStore(subscribe[everySeconds], () => Math.floor((wallNow() + offsetMs) / step) * step);
}
