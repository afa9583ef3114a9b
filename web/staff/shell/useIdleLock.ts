import { useEffect, useRef } from 'react';
import { wallNow } from '../../kit/wall.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const storageKey = 'dayone.active';
const checkMs = 5000;

/** Calls `onIdle` once nobody touched any tab of the console for `seconds`. */
export function useIdleLock(seconds: number, watching: boolean, onIdle: () => void): void {
  const latest = useRef(onIdle);
  useEffect(() => {
    latest.current = onIdle;
  });
  useEffect(() => {
    if (!watching) return;
    let marked = 0;
    const mark = () => {
      const now = wallNow();
      // Moving a mouse makes hundreds of events; one mark in a few seconds is enough.
      if (now - marked < 2000) return;
      marked = now;
      localStorage.setItem(storageKey, String(now));
    };
    const check = () => {
      if (wallNow() - Number(localStorage.getItem(storageKey)) >= seconds * 1000) latest.current();
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
