import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';

export interface Sitting {
  readonly id: string;
  readonly staffId: string;
  readonly patientId: string;
  readonly encounterId: string | null;
  readonly ref: { readonly kind: string; readonly id: string };
}

export async function insertSitting(tx: Tx, sitting: Sitting): Promise<void> {
  await tx.rows(sql`
    insert into worklist.staff_minutes (hospital_id, id, staff_id, patient_id, encounter_id, ref_kind, ref_id, started_at)
    values (${tx.hospitalId}, ${sitting.id}, ${sitting.staffId}, ${sitting.patientId}, ${sitting.encounterId}, ${sitting.ref.kind},
      ${sitting.ref.id}, ${tx.now})
    on conflict (hospital_id, id) do nothing`);
}

/** Seconds only grow, and never beyond the time that has passed since the sitting began. Rows of other people stay. */
export async function growSitting(
  tx: Tx,
  id: string,
  staffId: string,
  seconds: number,
  stoppedAt: Date | null,
): Promise<void> {
  await tx.rows(sql`
    update worklist.staff_minutes set
      seconds = greatest(seconds, least(${seconds}::int, extract(epoch from ${tx.now}::timestamptz - started_at)::int)),
      stopped_at = coalesce(stopped_at, ${stoppedAt}::timestamptz)
    where hospital_id = ${tx.hospitalId} and id = ${id} and staff_id = ${staffId} and stopped_at is null`);
}

/** Seconds all staff together spent on one thing. */
export async function secondsOn(tx: Tx, kind: string, id: string): Promise<number> {
  const row = await tx.one(sql<{ seconds: number }>`
    select coalesce(sum(seconds), 0)::int as seconds from worklist.staff_minutes
    where hospital_id = ${tx.hospitalId} and ref_kind = ${kind} and ref_id = ${id}`);
  return row.seconds;
}

export async function moveSittings(tx: Tx, from: string, into: string): Promise<void> {
  await tx.rows(
    sql`update worklist.staff_minutes set patient_id = ${into} where hospital_id = ${tx.hospitalId} and patient_id = ${from}`,
  );
}
