import type { Outcome } from './message.store.ts';

/** What became of a message that was read. */
export function done(
  state: Outcome['state'],
  problem: Outcome['problem'] = null,
  patientId: string | null = null,
  encounterId: string | null = null,
): Outcome {
  return { state, problem, patientId, encounterId };
}

/** A message a person has to look at: why, and the place. */
export function quarantined(code: string, path: string, detail?: string): Outcome {
  return done('quarantined', { code, path, detail: detail ?? null });
}
