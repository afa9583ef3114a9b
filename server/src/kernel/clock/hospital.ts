import type { Tx } from '../db/index.ts';
import { sql } from '../db/index.ts';
import { wallNow } from './wall.ts';

/**
 * Hospital time is the wall plus an offset kept per hospital in `kernel.hospital_clock`; every transaction reads it with its
 * first message. It only ever moves forward.
 */
export async function setHospitalTime(tx: Tx, to: Date): Promise<void> {
  const offset = to.getTime() - wallNow().getTime();
  await tx.rows(sql`
    insert into kernel.hospital_clock (hospital_id, offset_ms) values (${tx.hospitalId}, ${offset})
    on conflict (hospital_id) do update set offset_ms = excluded.offset_ms
    where kernel.hospital_clock.offset_ms < excluded.offset_ms`);
}
