import type { Database, Tx } from '../db/index.ts';
import { sql } from '../db/index.ts';
import type { HospitalId } from '../ids/index.ts';
import type { DomainEvent } from './event.ts';

/** A delivery this process holds the lease of. */
export interface Claimed {
  readonly handler: string;
  readonly attempts: number;
  readonly event: DomainEvent;
}

interface ClaimedRow {
  event_id: string;
  handler: string;
  lane: string;
  attempts: number;
  type: string;
  version: number;
  payload: DomainEvent['payload'];
  occurred_at: Date;
}

/** How long a process may keep a delivery before another one takes it over. */
export const LEASE_MS = 30_000;

/** Waiting deliveries looked at in one statement; a backlog of thousands must not be read whole for each batch. */
const LOOK_AT = 256;

/**
 * Leases up to `limit` deliveries of one hospital: at most one per (handler, lane), the lowest event first. A lane whose first
 * delivery is leased or waits for a retry gives nothing, which keeps the order within a lane; where such lanes fill the first
 * look, the next stretch of the backlog is looked at.
 */
export async function claim(tx: Tx, wall: Date, limit: number): Promise<Claimed[]> {
  let after: Place = { event_id: '00000000-0000-0000-0000-000000000000', handler: '' };
  for (;;) {
    const candidates = await tx.rows(
      sql<Place>`
        select event_id, handler from kernel.delivery
        where hospital_id = ${tx.hospitalId} and state = 'waiting' and not_before <= ${wall}
          and (leased_until is null or leased_until < ${wall}) and (event_id, handler) > (${after.event_id}::uuid, ${after.handler}::text)
        order by event_id, handler limit ${LOOK_AT}`,
      'outbox-candidates',
    );
    const last = candidates.at(-1);
    if (!last) return [];
    const claimed = await lease(tx, wall, candidates, limit);
    if (claimed.length > 0 || candidates.length < LOOK_AT) return claimed;
    after = last;
  }
}

interface Place {
  event_id: string;
  handler: string;
}

async function lease(tx: Tx, wall: Date, candidates: readonly Place[], limit: number): Promise<Claimed[]> {
  const rows = await tx.rows(
    sql<ClaimedRow>`
      with claimed as (
        update kernel.delivery set leased_until = ${new Date(wall.getTime() + LEASE_MS)}
        where hospital_id = ${tx.hospitalId} and (event_id, handler) in (
          select d.event_id, d.handler
          from unnest(${candidates.map((each) => each.event_id)}::uuid[], ${candidates.map((each) => each.handler)}::text[]) as c (event_id, handler)
          join kernel.delivery d on d.event_id = c.event_id and d.handler = c.handler
          where d.hospital_id = ${tx.hospitalId} and d.state = 'waiting' and d.not_before <= ${wall}
            and (d.leased_until is null or d.leased_until < ${wall})
            and not exists (
              select 1 from kernel.delivery e
              where e.hospital_id = ${tx.hospitalId} and e.handler = d.handler and e.lane = d.lane
                and e.state = 'waiting' and e.event_id < d.event_id)
          order by d.event_id limit ${limit} for update of d skip locked)
        returning hospital_id, event_id, handler, attempts)
      select c.event_id, c.handler, c.attempts, o.lane, o.type, o.version, o.payload, o.occurred_at
      from claimed c join kernel.outbox o on o.hospital_id = c.hospital_id and o.id = c.event_id
      where o.hospital_id = ${tx.hospitalId} order by c.event_id`,
    'outbox-claim',
  );
  return rows.map((row) => ({
    handler: row.handler,
    attempts: row.attempts,
    event: {
      hospitalId: tx.hospitalId,
      id: row.event_id,
      lane: row.lane,
      type: row.type,
      version: row.version,
      payload: row.payload,
      occurredAt: row.occurred_at,
    },
  }));
}

/** Notes a failure: the lane of this handler waits until `notBefore`, or the delivery parks when `park`. */
export async function postpone(
  tx: Tx,
  input: { eventId: string; handler: string; notBefore: Date; errorCode: string; park: boolean },
): Promise<void> {
  await tx.rows(sql`
    update kernel.delivery set attempts = attempts + 1, leased_until = null, not_before = ${input.notBefore},
      error_code = ${input.errorCode}, state = ${input.park ? 'parked' : 'waiting'}
    where hospital_id = ${tx.hospitalId} and event_id = ${input.eventId} and handler = ${input.handler} and state = 'waiting'`);
}

/** Gives a parked delivery six more tries. False when there is none. */
export async function retryParked(tx: Tx, eventId: string, handler: string, wall: Date): Promise<boolean> {
  const written = await tx.count(sql`
    update kernel.delivery set state = 'waiting', attempts = 0, not_before = ${wall}, leased_until = null
    where hospital_id = ${tx.hospitalId} and event_id = ${eventId} and handler = ${handler} and state = 'parked'`);
  if (written === 1) tx.wakeAfterCommit();
  return written === 1;
}

export interface ParkedRow {
  event_id: string;
  handler: string;
  event_type: string;
  lane: string;
  attempts: number;
  error_code: string | null;
  recorded_at: Date;
}

/** Parked deliveries of the hospital, newest first, at most 100. */
export async function listParked(tx: Tx): Promise<ParkedRow[]> {
  return tx.rows(sql<ParkedRow>`
    select d.event_id, d.handler, o.type as event_type, d.lane, d.attempts, d.error_code, o.recorded_at
    from kernel.delivery d join kernel.outbox o on o.hospital_id = d.hospital_id and o.id = d.event_id
    where d.hospital_id = ${tx.hospitalId} and d.state = 'parked' order by d.event_id desc limit 100`);
}

/** Deliveries that wait in this hospital, counted to 10,001 at most. */
export async function countWaiting(tx: Tx): Promise<number> {
  const row = await tx.one(sql<{ n: number }>`
    select count(*)::int as n from (
      select 1 from kernel.delivery where hospital_id = ${tx.hospitalId} and state = 'waiting' limit 10001) w`);
  return row.n;
}

/** True while a process holds a delivery of this hospital in its hands. */
export async function isUnderWay(tx: Tx, wall: Date): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from kernel.delivery where hospital_id = ${tx.hospitalId} and state = 'waiting' and leased_until > ${wall} limit 1`);
  return rows.length > 0;
}

/** Hospitals with deliveries to look at now; asked as the sweeper. */
export async function hospitalsWithDeliveries(db: Database, wall: Date): Promise<HospitalId[]> {
  const rows = await db.sweep(sql<{ hospital_id: HospitalId }>`
    select hospital_id from kernel.delivery
    where state = 'waiting' and not_before <= ${wall} and (leased_until is null or leased_until < ${wall})
    group by hospital_id limit 500`);
  return rows.map((row) => row.hospital_id);
}
