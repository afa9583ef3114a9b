import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { MessageRow } from './message.store.ts';

export interface ListFilter {
  readonly state: string | undefined;
  readonly type: string | undefined;
  readonly problem: string | undefined;
  readonly controlId: string | undefined;
  readonly visitHash: Buffer | undefined;
  readonly limit: number;
  /** Time received and id of the last row of the page before. */
  readonly after: readonly [receivedAt: string, id: string] | null;
}

/** Messages newest first, one page and one row more, which tells whether there is a next page. */
export async function listMessages(tx: Tx, filter: ListFilter): Promise<MessageRow[]> {
  const wanted = [
    filter.state ? sql`and state = ${filter.state}` : sql``,
    filter.type ? sql`and type = ${filter.type}` : sql``,
    filter.problem ? sql`and problem_code = ${filter.problem}` : sql``,
    filter.controlId ? sql`and (control_id = ${filter.controlId} or visit_hash = ${filter.visitHash})` : sql``,
    filter.after ? sql`and (received_at, id) < (${filter.after[0]}::timestamptz, ${filter.after[1]}::uuid)` : sql``,
  ];
  return tx.rows(sql<MessageRow>`
    select id, feed_id, format, control_id, type, lane, received_at, source_at, state, problem_code, problem_path, problem_detail,
      corrected_at, corrected_by, discard_reason, attempts, patient_id, encounter_id, version
    from intake.raw_message where hospital_id = ${tx.hospitalId} ${sql.join(wanted, sql` `)}
    order by received_at desc, id desc limit ${filter.limit + 1}`);
}

/** Counts stop here: a screen says 1000+. */
const COUNT_LIMIT = 1001;

/** Messages of one state, counted up to 1001. */
export async function countState(tx: Tx, state: string): Promise<number> {
  const row = await tx.one(sql<{ n: string }>`
    select count(*)::text as n from (
      select 1 from intake.raw_message where hospital_id = ${tx.hospitalId} and state = ${state} limit ${COUNT_LIMIT}) counted`);
  return Number(row.n);
}

/** What the quarantined messages suffer from, most frequent first. */
export async function countProblems(tx: Tx): Promise<{ code: string; count: number }[]> {
  const rows = await tx.rows(sql<{ code: string; n: string }>`
    select coalesce(problem_code, '') as code, count(*)::text as n from intake.raw_message
    where hospital_id = ${tx.hospitalId} and state = 'quarantined' group by problem_code order by count(*) desc, problem_code limit 30`);
  return rows.map((row) => ({ code: row.code, count: Number(row.n) }));
}

export async function lastReceivedAt(tx: Tx): Promise<Date | null> {
  const row = await tx.maybe(sql<{ at: Date }>`
    select received_at as at from intake.raw_message where hospital_id = ${tx.hospitalId} order by received_at desc, id desc limit 1`);
  return row?.at ?? null;
}

/** The oldest quarantined messages of one problem, locked. */
export async function lockQuarantined(
  tx: Tx,
  problem: string,
  limit: number,
): Promise<Pick<MessageRow, 'id' | 'lane'>[]> {
  return tx.rows(sql<Pick<MessageRow, 'id' | 'lane'>>`
    select id, lane from intake.raw_message
    where hospital_id = ${tx.hospitalId} and state = 'quarantined' and problem_code = ${problem}
    order by received_at, id limit ${limit} for update skip locked`);
}
