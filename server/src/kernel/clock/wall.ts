/**
 * The wall clock: sessions, leases, heartbeats, retry delays, rate limits and the time part of ids. The only place in the server
 * that asks the machine for the time; hospital time is this plus the hospital's offset (`clock/hospital.ts`).
 */
export function wallNow(): Date {
  return new Date();
}

/** Milliseconds of a clock that never jumps, for measuring how long something took. */
export function monotonicMs(): number {
  return performance.now();
}

/** Resolves after the given wall time; the timer does not keep the process alive. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
