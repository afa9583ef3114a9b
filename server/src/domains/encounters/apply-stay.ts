import type { Disposition, EncounterClass } from '../../../../contract/encounters.ts';
import type { Scope } from '../../kernel/access/index.ts';
import { newCode } from '../../kernel/crypto/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { staffByNo, wardByCode } from '../identity/index.ts';
import { type Decided, decide, type Stay, type StayMessage } from './decide.ts';
import { type EncounterRow, insertEncounter, updateEncounter } from './encounter.store.ts';
import { findStay } from './find-stay.ts';
import { takeFindings } from './findings.ts';
import { stayRaced } from './problems.ts';
import { assessRisk } from './risk.ts';
import type { StaySeen } from './stay-seen.ts';
import { tellDeath, tellStay } from './tell.ts';

export interface StayOutcome {
  /** Null only where there was nothing to undo. */
  readonly encounterId: string | null;
  readonly outcome: 'applied' | 'unchanged' | 'older' | 'nothing-to-undo';
}

/**
 * Records what a message says of a stay: told twice it changes nothing, told late it does not undo what is newer. Events go out in
 * the same transaction. A ward or staff number nobody has is kept as unknown. Throws stayRaced where another transaction brought
 * the same number at the same moment (repeat the work).
 */
export async function applyStay(tx: Tx, scope: Scope, seen: StaySeen): Promise<StayOutcome> {
  const message = await readMessage(tx, seen);
  const found = await findStay(tx, seen);
  const decided = decide(found && stayOf(found), message);
  switch (decided.outcome) {
    case 'nothing-to-undo':
      return { encounterId: found?.id ?? null, outcome: decided.outcome };
    case 'another-stay':
      return write(tx, scope, seen, null, decide(null, message), (found?.visit_round ?? 0) + 1);
    case 'applied':
    case 'unchanged':
    case 'older':
      return write(tx, scope, seen, found, decided, 1);
    default:
      return decided satisfies never;
  }
}

async function write(
  tx: Tx,
  scope: Scope,
  seen: StaySeen,
  found: EncounterRow | null,
  decided: Decided,
  round: number,
): Promise<StayOutcome> {
  const row = found ?? newRow(tx, seen, round);
  const applied = decided.outcome === 'applied';
  const next = applied ? { ...row, ...rowOf(decided.next) } : row;
  const adopted = found !== null && (found.visit_no !== (seen.visitNo ?? found.visit_no) || takesOver(found, seen));
  if (!found && !(await insertEncounter(tx, next))) throw stayRaced();
  if (adopted) Object.assign(next, { visit_no: seen.visitNo ?? found.visit_no, source: seen.source });
  if (found && (applied || adopted)) await updateEncounter(tx, next);
  // Facts of a voided stay, and of the message that voids one, are nobody's findings.
  const lists =
    next.status === 'cancelled' || seen.kind.startsWith('cancel')
      ? []
      : await takeFindings(tx, row.id, seen, !row.source_at || seen.sourceAt >= row.source_at, !found);
  const changed = [...(applied ? decided.changed : []), ...lists];
  if (changed.length === 0)
    return { encounterId: row.id, outcome: decided.outcome === 'older' ? 'older' : 'unchanged' };
  await tellStay(tx, next, (applied ? decided.event : null) ?? 'encounter.updated', changed);
  await tellDeath(tx, scope, found, next);
  await assessRisk(tx, next, changed);
  for (const wardId of new Set([row.ward_id, next.ward_id])) if (wardId) tx.hint(`ward:${wardId}`, 'encounter', row.id);
  return { encounterId: row.id, outcome: 'applied' };
}

/** What a colleague entered by hand is confirmed by the first feed that knows it. */
const takesOver = (found: EncounterRow, seen: StaySeen): boolean => found.source === 'staff' && seen.source !== 'staff';

async function readMessage(tx: Tx, seen: StaySeen): Promise<StayMessage> {
  const ward = seen.wardCode ? await wardByCode(tx, seen.wardCode) : null;
  const attending = seen.attendingStaffNo ? await staffByNo(tx, seen.attendingStaffNo) : null;
  return {
    kind: seen.kind,
    planned: seen.planned ?? false,
    class: seen.class,
    wardId: ward?.id ?? null,
    bed: seen.bed,
    admittedAt: seen.admittedAt,
    expectedDischargeOn: seen.expectedDischargeOn,
    dischargedAt: seen.dischargedAt,
    disposition: seen.disposition,
    dispositionCode: seen.dispositionCode,
    urgentAdmission: seen.urgentAdmission,
    attendingStaffId: attending?.id ?? null,
    surgeryAt: seen.surgeryAt,
    reason: seen.reason,
    sourceAt: seen.sourceAt,
  };
}

function newRow(tx: Tx, seen: StaySeen, round: number): EncounterRow {
  return {
    hospital_id: tx.hospitalId,
    id: newId<'encounter'>(),
    patient_id: seen.patientId,
    visit_no: seen.visitNo,
    visit_round: round,
    class: seen.class,
    status: 'planned',
    ward_id: null,
    bed: null,
    admitted_at: null,
    expected_discharge_on: null,
    discharged_at: null,
    disposition: null,
    disposition_code: null,
    urgent_admission: null,
    attending_staff_id: null,
    nurse_staff_id: null,
    reason: null,
    surgery_at: null,
    source: seen.source,
    source_at: null,
    status_source_at: null,
    card_given_at: null,
    join_code: newCode(),
    created_at: tx.now,
    version: 1,
  };
}

/** The row as the state machine sees it. */
export function stayOf(row: EncounterRow): Stay {
  return {
    status: row.status as Stay['status'],
    class: row.class as EncounterClass,
    wardId: row.ward_id,
    bed: row.bed,
    admittedAt: row.admitted_at,
    expectedDischargeOn: row.expected_discharge_on,
    dischargedAt: row.discharged_at,
    disposition: row.disposition as Disposition | null,
    dispositionCode: row.disposition_code,
    urgentAdmission: row.urgent_admission,
    attendingStaffId: row.attending_staff_id,
    surgeryAt: row.surgery_at,
    reason: row.reason,
    sourceAt: row.source_at,
    statusSourceAt: row.status_source_at,
  };
}

/** The columns the state machine decides. */
export function rowOf(stay: Stay) {
  return {
    status: stay.status,
    class: stay.class,
    ward_id: stay.wardId,
    bed: stay.bed,
    admitted_at: stay.admittedAt,
    expected_discharge_on: stay.expectedDischargeOn,
    discharged_at: stay.dischargedAt,
    disposition: stay.disposition,
    disposition_code: stay.dispositionCode,
    urgent_admission: stay.urgentAdmission,
    attending_staff_id: stay.attendingStaffId,
    surgery_at: stay.surgeryAt,
    reason: stay.reason,
    source_at: stay.sourceAt,
    status_source_at: stay.statusSourceAt,
  };
}
