import type { z } from 'zod';
import type {
  DischargedStay,
  EncounterClass,
  EncounterDetail,
  InHouseStay,
  Preparation,
  Risk,
  RiskMark,
} from '../../../../contract/encounters.ts';
import type { PatientCard, PatientStay } from '../../../../contract/patients.ts';
import type { WardRow } from '../identity/index.ts';
import type { HoldReason, Preparedness } from '../patients/index.ts';
import type { EncounterRow } from './encounter.store.ts';
import type { Findings } from './findings.store.ts';
import type { LatestRisk } from './risk.store.ts';

/** What the rows of a list need beside themselves, read once for the page. */
export interface Around {
  readonly cards: ReadonlyMap<string, PatientCard>;
  readonly staff: ReadonlyMap<string, string>;
  readonly holds: ReadonlyMap<string, HoldReason>;
  readonly prepared: ReadonlyMap<string, Preparedness>;
  readonly risks: ReadonlyMap<string, LatestRisk>;
}

const iso = (at: Date | null) => at?.toISOString() ?? null;

function preparation(row: EncounterRow, prepared: Preparedness | undefined): z.infer<typeof Preparation> {
  return {
    card: row.card_given_at !== null,
    reach: prepared?.reach ?? false,
    phone: prepared?.phone ?? false,
    consentsOpen: prepared?.consentsOpen ?? [],
  };
}

function line(row: EncounterRow, patient: PatientCard, around: Around): Omit<InHouseStay, 'expectedDischargeOn'> {
  return {
    encounterId: row.id,
    patient,
    class: row.class as EncounterClass,
    bed: row.bed,
    admittedAt: iso(row.admitted_at),
    surgeryAt: iso(row.surgery_at),
    reason: row.reason,
    attending: attending(row, around.staff),
    hold: around.holds.get(row.patient_id) ?? null,
    preparation: preparation(row, around.prepared.get(row.patient_id)),
    version: row.version,
  };
}

const attending = (row: EncounterRow, staff: ReadonlyMap<string, string>) =>
  row.attending_staff_id ? { id: row.attending_staff_id, name: staff.get(row.attending_staff_id) ?? '–' } : null;

export function presentInHouse(row: EncounterRow, around: Around): InHouseStay | null {
  const patient = around.cards.get(row.patient_id);
  return patient ? { ...line(row, patient, around), expectedDischargeOn: row.expected_discharge_on } : null;
}

export function presentDischarged(row: EncounterRow, around: Around): DischargedStay | null {
  const patient = around.cards.get(row.patient_id);
  if (!patient || !row.discharged_at) return null;
  const risk = around.risks.get(row.id);
  return {
    ...line(row, patient, around),
    dischargedAt: row.discharged_at.toISOString(),
    disposition: row.disposition as DischargedStay['disposition'],
    risk: risk ? presentMark(risk) : null,
    byHand: row.source === 'staff',
  };
}

function presentMark(risk: LatestRisk): RiskMark {
  return { method: risk.method, score: risk.score, band: risk.band, lowerBound: risk.lowerBound };
}

function presentRisk(risk: LatestRisk): z.infer<typeof Risk> {
  return { ...presentMark(risk), ...risk.explanation, computedAt: risk.computedAt.toISOString() };
}

export function presentWard(ward: WardRow | null | undefined) {
  return ward ? { id: ward.id, name: ward.name, phone: ward.phone } : null;
}

export function presentDetail(
  row: EncounterRow,
  patient: PatientCard,
  around: Around,
  more: { findings: Findings; ward: WardRow | null; hospital: string },
): EncounterDetail {
  const risk = around.risks.get(row.id);
  return {
    ...line(row, patient, around),
    hospital: more.hospital,
    status: row.status as EncounterDetail['status'],
    ward: presentWard(more.ward),
    visitNo: row.visit_no,
    expectedDischargeOn: row.expected_discharge_on,
    dischargedAt: iso(row.discharged_at),
    disposition: row.disposition as EncounterDetail['disposition'],
    urgentAdmission: row.urgent_admission,
    source: row.source as EncounterDetail['source'],
    joinCode: row.join_code,
    diagnoses: [...more.findings.diagnoses],
    procedures: more.findings.procedures.map((one) => ({ ...one, performedAt: iso(one.performedAt) })),
    medicines: [...more.findings.medicines],
    risk: risk ? presentRisk(risk) : null,
  };
}

export function presentStay(row: EncounterRow, wards: ReadonlyMap<string, WardRow>): z.infer<typeof PatientStay> {
  return {
    encounterId: row.id,
    class: row.class,
    status: row.status,
    ward: presentWard(row.ward_id ? wards.get(row.ward_id) : null),
    bed: row.bed,
    admittedAt: iso(row.admitted_at),
    dischargedAt: iso(row.discharged_at),
    surgeryAt: iso(row.surgery_at),
    reason: row.reason,
    disposition: row.disposition,
  };
}
