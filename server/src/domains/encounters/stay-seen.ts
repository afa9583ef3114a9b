import type { Disposition, EncounterClass } from '../../../../contract/encounters.ts';
import type { StayKind } from './decide.ts';
import type { SaidFindings } from './findings.ts';

/** A stay as a mouth brings it. Null means the message did not say. */
export interface StaySeen extends SaidFindings {
  readonly kind: StayKind;
  /** PV1-19; without one the stay is found by patient, class and times. */
  readonly visitNo: string | null;
  readonly patientId: string;
  readonly class: EncounterClass;
  /** Announced only (PV1-2 P). */
  readonly planned?: boolean;
  readonly wardCode: string | null;
  readonly bed: string | null;
  readonly admittedAt: Date | null;
  readonly expectedDischargeOn: string | null;
  /** PV1-45. */
  readonly dischargedAt: Date | null;
  readonly disposition: Disposition | null;
  readonly dispositionCode: string | null;
  readonly urgentAdmission: boolean | null;
  readonly attendingStaffNo: string | null;
  readonly surgeryAt: Date | null;
  readonly reason: string | null;
  /** What the message says of its own time (EVN-2, else MSH-7). */
  readonly sourceAt: Date;
  readonly source: 'hl7v2' | 'fhir' | 'staff';
}
