import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { notFound } from '../../kernel/http/index.ts';
import { civilDate } from '../../kernel/time/index.ts';
import { ownHospital } from './hospital.store.ts';
import { reachesWard } from './permit.ts';
import { type AbsenceRow, absencesOn, type ShiftRow, shiftsAt } from './roster.store.ts';
import { staffByIds, staffOfWard, type WardRow, wardById } from './staff.store.ts';

export type Duty = ShiftRow['duty'];

/** The ward, when the scope reaches it. Throws not found otherwise, whether or not it exists. */
export async function openWard(tx: Tx, scope: Scope, wardId: string): Promise<WardRow> {
  const ward = reachesWard(scope, wardId) ? await wardById(tx, wardId) : null;
  if (!ward) throw notFound();
  return ward;
}

/** Staff on duty on the ward at an instant, by the roster; an absent one is replaced by the named cover or left out. */
export async function whoIsOnDuty(tx: Tx, wardId: string, at: Date, duty?: Duty): Promise<string[]> {
  const shifts = await shiftsAt(tx, wardId, at);
  const present: string[] = [];
  for (const shift of shifts) {
    if (duty && shift.duty !== duty) continue;
    const staffId = await presentOrCover(tx, shift.staff_id, at);
    if (staffId && !present.includes(staffId)) present.push(staffId);
  }
  return present;
}

/**
 * The person, or their cover while they are on leave or have left, following covers of covers; null when nobody is named.
 * A loop of covers ends in null.
 */
export async function presentOrCover(tx: Tx, staffId: string, at: Date): Promise<string | null> {
  const { time_zone } = await ownHospital(tx);
  const on = civilDate(at, time_zone);
  const seen = new Set<string>();
  for (let current: string | null = staffId; current !== null && !seen.has(current); ) {
    seen.add(current);
    const [staff] = await staffByIds(tx, [current]);
    const [absence]: AbsenceRow[] = await absencesOn(tx, [current], on);
    if (staff?.active && !absence) return current;
    current = absence?.cover_staff_id ?? null;
  }
  return null;
}

/** The ward's head nurses who are present, for escalation when nobody is on duty. */
export async function headNursesOf(tx: Tx, wardId: string, at: Date): Promise<string[]> {
  const staff = await staffOfWard(tx, wardId);
  const heads: string[] = [];
  for (const each of staff.filter((one) => one.roles.includes('head-nurse'))) {
    const present = await presentOrCover(tx, each.id, at);
    if (present && !heads.includes(present)) heads.push(present);
  }
  return heads;
}
