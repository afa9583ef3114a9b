import type { Disposition } from '../../../../contract/encounters.ts';

/** What encounters says. The lane of each is the patient. `changed` names fields of the stay, never values. */
export interface EncounterEvents {
  'encounter.admitted': {
    encounterId: string;
    patientId: string;
    changed: readonly string[];
    /** ISO instant: PV1-44, not the time of the message; null where nobody said. */
    admittedAt: string | null;
  };
  'encounter.updated': { encounterId: string; patientId: string; changed: readonly string[] };
  'encounter.transferred': { encounterId: string; patientId: string; changed: readonly string[] };
  'encounter.discharged': {
    encounterId: string;
    patientId: string;
    /** ISO instant: PV1-45, not the time of the message. */
    dischargedAt: string;
    disposition: Disposition;
    /** A day or more had passed when we heard of it: the window of the day-one call had begun. */
    recordedLate: boolean;
  };
  'encounter.discharge-cancelled': { encounterId: string; patientId: string };
  'encounter.admission-cancelled': { encounterId: string; patientId: string };
  'risk.changed': { encounterId: string; patientId: string };
}
