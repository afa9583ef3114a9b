import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { EncounterRow } from './encounter.store.ts';

/** Sorts stays without an expected discharge behind all others. */
export const NO_DATE = '9999-12-31';

export interface AfterDate {
  readonly on: string;
  readonly id: string;
}
export interface AfterTime {
  readonly at: string;
  readonly id: string;
}

/** Who is on the ward, by expected discharge. */
export async function inHouseRows(
  tx: Tx,
  wardId: string,
  limit: number,
  after: AfterDate | null,
): Promise<EncounterRow[]> {
  return tx.rows(sql<EncounterRow>`
    select * from encounters.encounter
    where hospital_id = ${tx.hospitalId} and ward_id = ${wardId} and status = 'in-progress'
      and (${after?.id ?? null}::uuid is null
        or (coalesce(expected_discharge_on, '9999-12-31'::date), id) > (${after?.on ?? NO_DATE}::date, ${after?.id ?? null}::uuid))
    order by coalesce(expected_discharge_on, '9999-12-31'::date), id limit ${limit}`);
}

/** Who has left the ward, latest first. */
export async function dischargedRows(
  tx: Tx,
  wardId: string,
  limit: number,
  after: AfterTime | null,
): Promise<EncounterRow[]> {
  return tx.rows(sql<EncounterRow>`
    select * from encounters.encounter
    where hospital_id = ${tx.hospitalId} and ward_id = ${wardId} and status = 'finished'
      and (${after?.id ?? null}::uuid is null or discharged_at < ${after?.at ?? null}::timestamptz
        or (discharged_at = ${after?.at ?? null}::timestamptz and id > ${after?.id ?? null}::uuid))
    order by discharged_at desc, id limit ${limit}`);
}

/** Who left the hospital alive in `(since, now]`, latest first. */
export async function leftRows(
  tx: Tx,
  since: Date,
  limit: number,
  after: AfterTime | null,
): Promise<Pick<EncounterRow, 'id' | 'patient_id' | 'join_code' | 'discharged_at'>[]> {
  return tx.rows(sql<Pick<EncounterRow, 'id' | 'patient_id' | 'join_code' | 'discharged_at'>>`
    select id, patient_id, join_code, discharged_at from encounters.encounter
    where hospital_id = ${tx.hospitalId} and status = 'finished' and discharged_at > ${since} and discharged_at <= ${tx.now}
      and disposition is distinct from 'died'
      and (${after?.id ?? null}::uuid is null or discharged_at < ${after?.at ?? null}::timestamptz
        or (discharged_at = ${after?.at ?? null}::timestamptz and id > ${after?.id ?? null}::uuid))
    order by discharged_at desc, id limit ${limit}`);
}
