/** Answers that concern the whole console, not one page: the session ended, or the screen is locked. */
export type Refusal = 'signed-out' | 'locked';
const listeners = new Set<(refusal: Refusal) => void>();

/** Tells the shell; called by `call` on 401 and 423. */
export function tellRefusal(refusal: Refusal): void {
  for (const listener of listeners) listener(refusal);
}
/** Listens for such answers; returns the way to stop. */
export function onRefusal(listener: (refusal: Refusal) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
