import { useEffect, useRef } from 'react';
import { wallNow } from '../../kit/wall.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const storageKey = 'dayone.active';
const checkMs = 5000;

interface Watch {
  /** Nobody touched any tab of the console for the whole time. */
  onIdle(): void;
  /** Somebody is at work: said now and then, so that the server knows too while a long text is being typed. */
  onActive(): void;
}

/** Watches whether somebody is at this computer; idle after `seconds`. */
export function useIdleLock(seconds: number, watching: boolean, watch: Watch): void {
  const latest = useRef(watch);
  useEffect(() => {
    latest.current = watch;
  });
  useEffect(() => {
    if (!watching) return;
    let marked = 0;
    let told = wallNow();
    const mark = () => {
      const now = wallNow();
      // Moving a mouse makes hundreds of events; one mark in a few seconds is enough.
      if (now - marked < 2000) return;
      marked = now;
      localStorage.setItem(storageKey, String(now));
      if (now - told < (seconds * 1000) / 3) return;
      told = now;
      latest.current.onActive();
    };
    const check = () => {
      if (wallNow() - Number(localStorage.getItem(storageKey)) >= seconds * 1000) latest.current.onIdle();
    };
    mark();
    for (const sign of signs) window.addEventListener(sign, mark, { passive: true });
    // A computer that slept wakes locked: timers stop in sleep, the clock does not.
    document.addEventListener('visibilitychange', check);
    const timer = setInterval(check, checkMs);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', check);
      for (const sign of signs) window.removeEventListener(sign, mark);
    };
  }, [seconds, watching]);
}
