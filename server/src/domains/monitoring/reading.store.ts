import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { MonitoringReadingRow } from '../../kernel/db/tables.gen.ts';

export type ReadingRow = Omit<MonitoringReadingRow, 'hospital_id' | 'dedupe_key'> & {
  source: 'staff' | 'call' | 'patient' | 'device';
  status: 'final' | 'entered-in-error' | 'superseded';
};

const COLUMNS = sql.raw(
  'id, patient_id, encounter_id, code, kind, value, unit, given_value, given_unit, source, recorded_by, effective_at, recorded_at, confirmed, note, status, corrected_by, corrected_at, correction_reason, superseded_by',
);

export interface NewReading {
  readonly id: string;
  readonly patientId: string;
  readonly encounterId: string | null;
  readonly code: string;
  readonly kind: string;
  readonly value: string;
  readonly unit: string;
  readonly given: { readonly value: string; readonly unit: string } | null;
  readonly source: ReadingRow['source'];
  readonly recordedBy: string | null;
  readonly effectiveAt: Date;
  readonly confirmed: boolean;
  readonly note: string | null;
  readonly dedupeKey: string;
}

/** Stores a reading; false where it was stored before (same id or same dedupe key at that instant). */
export async function insertReading(tx: Tx, reading: NewReading): Promise<boolean> {
  const rows = await tx.rows(
    sql<{ id: string }>`
    insert into monitoring.reading (hospital_id, id, patient_id, encounter_id, code, kind, value, unit, given_value, given_unit,
      source, recorded_by, effective_at, recorded_at, confirmed, note, dedupe_key)
    values (${tx.hospitalId}, ${reading.id}, ${reading.patientId}, ${reading.encounterId}, ${reading.code}, ${reading.kind},
      ${reading.value}::numeric, ${reading.unit}, ${reading.given?.value ?? null}, ${reading.given?.unit ?? null}, ${reading.source},
      ${reading.recordedBy}, ${reading.effectiveAt}, ${tx.now}, ${reading.confirmed}, ${reading.note}, ${reading.dedupeKey})
    on conflict do nothing returning id`,
    'monitoring-insert-reading',
  );
  return rows.length === 1;
}

/** Final readings of one measure between two instants, ends included, oldest first; at most 500, the newest kept. */
export async function readingsBetween(
  tx: Tx,
  patientId: string,
  code: string,
  from: Date,
  to: Date,
): Promise<Pick<ReadingRow, 'id' | 'value' | 'effective_at'>[]> {
  const rows = await tx.rows(
    sql<Pick<ReadingRow, 'id' | 'value' | 'effective_at'>>`
    select id, value, effective_at from monitoring.reading
    where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} and code = ${code}
      and effective_at >= ${from} and effective_at <= ${to} and status = 'final'
    order by effective_at desc, id desc limit 500`,
    'monitoring-readings-between',
  );
  return rows.reverse();
}

/** Final readings of several measures since an instant, oldest first. */
export async function readingsSince(
  tx: Tx,
  patientId: string,
  codes: readonly string[],
  since: Date,
): Promise<Pick<ReadingRow, 'id' | 'code' | 'value' | 'effective_at'>[]> {
  const rows = await tx.rows(sql<Pick<ReadingRow, 'id' | 'code' | 'value' | 'effective_at'>>`
    select id, code, value, effective_at from monitoring.reading
    where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} and code = any(${[...codes]}::text[])
      and effective_at >= ${since} and status = 'final'
    order by effective_at desc, id desc limit 1000`);
  return rows.reverse();
}

/** The newest final reading of one measure, however old. */
export async function latestReading(
  tx: Tx,
  patientId: string,
  code: string,
): Promise<Pick<ReadingRow, 'id' | 'value' | 'effective_at'> | null> {
  return tx.maybe(sql<Pick<ReadingRow, 'id' | 'value' | 'effective_at'>>`
    select id, value, effective_at from monitoring.reading
    where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} and code = ${code} and status = 'final'
    order by effective_at desc, id desc limit 1`);
}

/** Readings of a measure, newest first, after the given one; corrected ones included. */
export async function pageOfReadings(
  tx: Tx,
  patientId: string,
  code: string,
  limit: number,
  after: { readonly at: Date; readonly id: string } | null,
): Promise<ReadingRow[]> {
  return tx.rows(sql<ReadingRow>`
    select ${COLUMNS} from monitoring.reading
    where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} and code = ${code}
      and (${after === null} or (effective_at, id) < (${after?.at ?? tx.now}, ${after?.id ?? null}::uuid))
    order by effective_at desc, id desc limit ${limit}`);
}

/** Readings by their ids, oldest first. */
export async function readingsByIds(tx: Tx, ids: readonly string[]): Promise<ReadingRow[]> {
  if (ids.length === 0) return [];
  return tx.rows(sql<ReadingRow>`
    select ${COLUMNS} from monitoring.reading
    where hospital_id = ${tx.hospitalId} and id = any(${[...ids]}::uuid[]) order by effective_at, id`);
}

/** The reading a device or feed has told before under the same key at that instant. */
export async function idOfDedupeKey(tx: Tx, effectiveAt: Date, dedupeKey: string): Promise<string | null> {
  const row = await tx.maybe(sql<{ id: string }>`
    select id from monitoring.reading
    where hospital_id = ${tx.hospitalId} and effective_at = ${effectiveAt} and dedupe_key = ${dedupeKey}`);
  return row?.id ?? null;
}

/** Takes a final reading out of the record; false where somebody did before. Its figure stays readable. */
export async function markWrong(
  tx: Tx,
  reading: { readonly id: string; readonly effectiveAt: Date; readonly patientId: string },
  by: { readonly staffId: string | null; readonly reason: string; readonly supersededBy: string | null },
): Promise<boolean> {
  const count = await tx.count(sql`
    update monitoring.reading set status = ${by.supersededBy === null ? 'entered-in-error' : 'superseded'}, superseded_by = ${by.supersededBy},
      corrected_by = ${by.staffId}, corrected_at = ${tx.now}, correction_reason = ${by.reason}
    where hospital_id = ${tx.hospitalId} and effective_at = ${reading.effectiveAt} and id = ${reading.id}
      and patient_id = ${reading.patientId} and status = 'final'`);
  return count === 1;
}

/** Readings of a record that was merged go to the person that stands. */
export async function moveReadings(tx: Tx, from: string, into: string): Promise<void> {
  await tx.rows(
    sql`update monitoring.reading set patient_id = ${into} where hospital_id = ${tx.hospitalId} and patient_id = ${from}`,
  );
}
