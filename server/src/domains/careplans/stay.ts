import type { Tx } from '../../kernel/db/index.ts';
import { type Choice, choosePack } from '../content/index.ts';
import { encounterById, findingsOf } from '../encounters/index.ts';
import { wardById } from '../identity/index.ts';
import { resolvePatient } from '../patients/index.ts';

/** What a plan needs to know of a stay, as it stands now. */
export interface Stay {
  readonly id: string;
  readonly patientId: string;
  readonly class: string;
  readonly status: string;
  readonly wardId: string | null;
  readonly admittedAt: Date | null;
  readonly dischargedAt: Date | null;
  readonly surgeryAt: Date | null;
  readonly disposition: string | null;
  readonly reason: string | null;
  readonly attendingStaffId: string | null;
  readonly nurseStaffId: string | null;
}

/** A stay that has ended, with its end. */
export type FinishedStay = Stay & { readonly dischargedAt: Date };

/** The stay under the patient who stands for it; null for an id nobody has. */
export async function readStay(tx: Tx, encounterId: string): Promise<Stay | null> {
  const row = await encounterById(tx, encounterId);
  if (!row) return null;
  return {
    id: row.id,
    patientId: (await resolvePatient(tx, row.patient_id)) ?? row.patient_id,
    class: row.class,
    status: row.status,
    wardId: row.ward_id,
    admittedAt: row.admitted_at,
    dischargedAt: row.discharged_at,
    surgeryAt: row.surgery_at,
    disposition: row.disposition,
    reason: row.reason,
    attendingStaffId: row.attending_staff_id,
    nurseStaffId: row.nurse_staff_id,
  };
}

/** The pack that follows this stay. */
export async function packFor(tx: Tx, stay: Stay): Promise<Choice | null> {
  const { diagnoses, procedures } = await findingsOf(tx, stay.id);
  const ward = stay.wardId ? await wardById(tx, stay.wardId) : null;
  return choosePack(tx, {
    class: stay.class,
    diagnoses,
    procedures,
    department: ward ? `${ward.name} ${ward.specialty}` : null,
    reason: stay.reason,
  });
}
