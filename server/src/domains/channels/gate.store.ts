import type { Purpose } from '../../../../contract/channels.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { GateState } from './decide.ts';

export interface GateRow {
  state: GateState;
  reason: string | null;
  changed_by: string | null;
  changed_at: Date;
  arrivals: number | null;
  usual: string | null;
  released_on: string | null;
  version: number;
}

const COLUMNS = sql.raw('state, reason, changed_by, changed_at, arrivals, usual, released_on, version');

export async function gateRow(tx: Tx): Promise<GateRow | null> {
  return tx.maybe(sql<GateRow>`select ${COLUMNS} from channels.gate where hospital_id = ${tx.hospitalId}`);
}

/**
 * The gate, locked until the transaction ends. A sender shares it, so that senders do not wait for each other; who changes it waits
 * for those under way, and once the change is answered nothing more leaves.
 */
export async function lockGate(tx: Tx, how: 'share' | 'change'): Promise<GateRow> {
  const lock = how === 'share' ? sql`for share` : sql`for update`;
  const statement = sql<GateRow>`select ${COLUMNS} from channels.gate where hospital_id = ${tx.hospitalId} ${lock}`;
  const found = await tx.maybe(statement);
  if (found) return found;
  await tx.rows(sql`
    insert into channels.gate (hospital_id, id, state, changed_at, version)
    values (${tx.hospitalId}, ${tx.hospitalId}, 'open', ${tx.now}, 0) on conflict (hospital_id) do nothing`);
  return tx.one(statement);
}

export interface GateChange {
  readonly state: GateState;
  readonly reason: string | null;
  readonly by: string | null;
  readonly surge?: { readonly arrivals: number; readonly usual: number };
  readonly releasedOn?: string;
}

/** Writes the new state; the caller holds the lock. */
export async function changeGate(tx: Tx, change: GateChange): Promise<void> {
  await tx.rows(sql`
    update channels.gate set state = ${change.state}, reason = ${change.reason}, changed_by = ${change.by}, changed_at = ${tx.now},
      arrivals = ${change.surge?.arrivals ?? null}, usual = ${change.surge?.usual ?? null},
      released_on = coalesce(${change.releasedOn ?? null}::date, released_on), wake_at = null, version = version + 1
    where hospital_id = ${tx.hospitalId}`);
}

export async function wakeGate(tx: Tx, at: Date): Promise<void> {
  await tx.rows(sql`update channels.gate set wake_at = ${at} where hospital_id = ${tx.hospitalId} and state = 'open'`);
}

/** Lets the next held messages go, clinical first, then the longest due; returns them with their lanes. */
export async function releaseHeld(tx: Tx, limit: number): Promise<{ id: string; patient_id: string }[]> {
  return tx.rows(sql<{ id: string; patient_id: string }>`
    update channels.message set state = 'waiting', reason_code = null, next_at = ${tx.now}
    where hospital_id = ${tx.hospitalId} and id in (
      select id from channels.message where hospital_id = ${tx.hospitalId} and state = 'held'
      order by case purpose when 'care' then 1 when 'education' then 2 else 3 end, due_at, id
      limit ${limit} for update skip locked)
    returning id, patient_id`);
}

export interface WaitingRow {
  purpose: Purpose;
  held: number;
  waiting: number;
  oldest_due_at: Date | null;
}

/** What has not left, by purpose; each count stops at 1001. */
export async function waitingByPurpose(tx: Tx): Promise<WaitingRow[]> {
  const counted = (state: 'held' | 'waiting', purpose: Purpose) => sql`
    (select count(*)::int from (select 1 from channels.message where hospital_id = ${tx.hospitalId} and state = ${state}
      and purpose = ${purpose} limit 1001) c)`;
  const parts = (['alert', 'care', 'education', 'benefit'] as const).map(
    (purpose) => sql`
      select ${purpose}::text as purpose, ${counted('held', purpose)} as held, ${counted('waiting', purpose)} as waiting,
        (select min(due_at) from channels.message where hospital_id = ${tx.hospitalId} and state = 'held' and purpose = ${purpose}) as oldest_due_at`,
  );
  return tx.rows(sql<WaitingRow>`${sql.join(parts, sql` union all `)}`);
}
