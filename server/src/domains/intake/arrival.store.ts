import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';

/** Counts a discharge that arrived. `slot` spreads writers of one span over several rows. */
export async function countArrival(tx: Tx, spanAt: Date, slot: number): Promise<void> {
  await tx.rows(
    sql`
      insert into intake.arrival (hospital_id, span_at, slot, discharges) values (${tx.hospitalId}, ${spanAt}, ${slot}, 1)
      on conflict (hospital_id, span_at, slot) do update set discharges = intake.arrival.discharges + 1`,
    'intake-count-arrival',
  );
}

/** Discharges that arrived in spans after `from`, up to and including `to`. */
export async function arrivalsBetween(tx: Tx, from: Date, to: Date): Promise<{ span_at: Date; discharges: number }[]> {
  return tx.rows(sql<{ span_at: Date; discharges: number }>`
    select span_at, sum(discharges)::integer as discharges from intake.arrival
    where hospital_id = ${tx.hospitalId} and span_at > ${from} and span_at <= ${to} group by span_at`);
}
