import { useEffect, useRef, useState } from 'react';
import { wallNow } from '../../../kit/wall.ts';
import { call as send } from '../../api/call.ts';
import { newId } from '../../api/id.ts';
import type { Dialling } from './types.ts';

const TICK_MS = 1000;
/** Without a key, a touch or a movement for this long nobody is at the call; a call itself needs a hand on it now and then. */
const IDLE_MS = 120_000;
const TELL_EVERY_S = 30;

/** Opens the call for dialling when asked, and counts the seconds somebody is at it; idle time is left out. */
export function useSitting(callId: string) {
  const [sessionId, setSessionId] = useState<string | null>(null);
  const [dialling, setDialling] = useState<Dialling | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const seconds = useRef(0);

  const open = async () => {
    const id = sessionId ?? newId();
    try {
      setDialling(await send('calls.openCall', { params: { callId }, body: { sessionId: id } }));
      setSessionId(id);
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '');
    }
  };

  useEffect(() => {
    if (!sessionId || !dialling?.may) return;
    let active = wallNow();
    const touch = () => {
      active = wallNow();
    };
    const tell = (closed: boolean) =>
      void send('calls.countMinutes', {
        params: { callId, sessionId },
        body: { seconds: seconds.current, closed },
      }).catch(() => undefined);
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const name of events) window.addEventListener(name, touch, { passive: true });
    const timer = setInterval(() => {
      if (wallNow() - active > IDLE_MS || document.hidden) return;
      seconds.current += 1;
      if (seconds.current % TELL_EVERY_S === 0) tell(false);
    }, TICK_MS);
    return () => {
      clearInterval(timer);
      for (const name of events) window.removeEventListener(name, touch);
      if (seconds.current > 0) tell(true);
    };
  }, [callId, sessionId, dialling?.may]);

  return { dialling, problem, open, seconds: () => seconds.current };
}
