import type { DomainEvent } from '../../kernel/outbox/index.ts';

/** What patients says. The lane of each is the patient. */
export interface PatientEvents {
  'patient.registered': { patientId: string };
  'patient.updated': { patientId: string };
  'patient.died': { patientId: string; source: 'feed' | 'staff' };
  /** A death that was recorded by mistake was taken back. */
  'patient.death-corrected': { patientId: string; source: 'feed' | 'staff' };
  /** Two records are one person: what hangs on `from` moves to `into`. The lane is `into`. */
  'patient.merged': { from: string; into: string };
  'hold.set': { holdId: string; patientId: string; reason: string };
  'hold.lifted': { holdId: string; patientId: string; reason: string };
  'consent.granted': { patientId: string; purpose: string };
  'consent.refused': { patientId: string; purpose: string };
  'consent.withdrawn': { patientId: string; purpose: string };
}

/** Reads the payload of one of these events. */
export function patientEvent<T extends keyof PatientEvents>(event: DomainEvent, type: T): PatientEvents[T] {
  if (event.type !== type) throw new TypeError(`expected ${type}, got ${event.type}`);
  return event.payload as unknown as PatientEvents[T];
}
