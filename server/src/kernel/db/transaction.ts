import { wallNow } from '../clock/wall.ts';
import type { HospitalId } from '../ids/index.ts';
import { isUuid } from '../ids/index.ts';
import { compile, type Statement } from './compile.ts';
import type { Client, Pool } from './pools.ts';

/** A push hint to be sent once the transaction has committed. */
export interface PendingHint {
  readonly topic: string;
  readonly kind: string;
  readonly id: string | null;
}

/** An open transaction of one hospital. A function that takes a `Tx` opens none and does no network call. */
export interface Tx {
  readonly hospitalId: HospitalId;
  /** Hospital time, fixed for the whole transaction: what SQL gets instead of now(). */
  readonly now: Date;
  /** Runs a statement and returns its rows. `name` makes it a prepared statement of that name (hot paths only). */
  rows<T>(statement: Statement<T>, name?: string): Promise<T[]>;
  /** The only row, or null. Throws when there are several. */
  maybe<T>(statement: Statement<T>, name?: string): Promise<T | null>;
  /** The only row. Throws when there is none. */
  one<T>(statement: Statement<T>, name?: string): Promise<T>;
  /** Number of rows the statement wrote. */
  count(statement: Statement<unknown>, name?: string): Promise<number>;
  /** Screens that watch `topic` are told after commit to look again. */
  hint(topic: string, kind: string, id?: string | null): void;
  /** The dispatchers are woken after commit; polling is the truth, this only saves the wait. */
  wakeAfterCommit(): void;
  /** Handlers subscribed to an event type; the outbox writes one delivery each. */
  readonly subscribers: (eventType: string) => readonly string[];
}

export interface TransactionDeps {
  readonly pool: Pool;
  readonly subscribers: (eventType: string) => readonly string[];
  /** Told after commit: hints for screens, and whether there are deliveries to look at. */
  readonly committed: (hospitalId: HospitalId, hints: readonly PendingHint[], wake: boolean) => void;
}

/** Thrown where COMMIT answered ROLLBACK: the server lost the transaction without an error (dead worker, aborted block). */
export class CommitLost extends Error {
  readonly code = '08006';
}

/** A delivery that a handler's transaction sets done with its first message; where it is not waiting any more, nothing runs. */
export interface Settling {
  readonly eventId: string;
  readonly handler: string;
}

/**
 * Runs `work` in a transaction of one hospital. The tenant setting, the hospital's clock and the settling of a delivery travel with
 * BEGIN in one message: `SET LOCAL` with a checked literal, because set_config does not reach Citus workers. Returns null, having
 * run nothing, where `settling` names a delivery that is not waiting.
 */
export async function inTenant<T>(
  deps: TransactionDeps,
  hospitalId: HospitalId,
  work: (tx: Tx) => Promise<T>,
  settling?: Settling,
): Promise<T | null> {
  const opening = openingOf(hospitalId, settling);
  const client = await deps.pool.connect();
  const told: Told = { hints: [], wake: false };
  let broken: Error | undefined;
  try {
    const { offsetMs, settled } = readOpening(await client.query(opening));
    if (settling && !settled) {
      await client.query('rollback');
      return null;
    }
    const tx = makeTx(client, hospitalId, new Date(wallNow().getTime() + offsetMs), deps.subscribers, told);
    const result = await work(tx);
    const committed = await client.query('commit');
    if (committed.command !== 'COMMIT') throw new CommitLost('transaction was not committed');
    if (told.wake || told.hints.length > 0) deps.committed(hospitalId, told.hints, told.wake);
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: unknown) => {
      broken = lost instanceof Error ? lost : new Error('rollback failed');
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function openingOf(hospitalId: HospitalId, settling?: Settling): string {
  if (!isUuid(hospitalId)) throw new TypeError('hospital id is not a uuid');
  const opening = `begin; set local app.hospital_id = '${hospitalId}'; select offset_ms from kernel.hospital_clock where hospital_id = '${hospitalId}'`;
  if (!settling) return opening;
  if (!isUuid(settling.eventId) || !/^[a-z][a-z.-]*$/.test(settling.handler)) throw new TypeError('not a delivery');
  // A crash may lose a handler's last commits, but each whole: the delivery waits again with them. What was promised to somebody
  // outside (an acknowledged message, an answered request) is committed by others, and their flush takes earlier commits along.
  return `${opening}; set local synchronous_commit = off; update kernel.delivery set state = 'done', leased_until = null where hospital_id = '${hospitalId}' and event_id = '${settling.eventId}' and handler = '${settling.handler}' and state = 'waiting'`;
}

interface Told {
  hints: PendingHint[];
  wake: boolean;
}

function makeTx(
  client: Client,
  hospitalId: HospitalId,
  now: Date,
  subscribers: TransactionDeps['subscribers'],
  told: Told,
): Tx {
  const run = async (statement: Statement<unknown>, name?: string) => {
    const { sql, parameters } = compile(statement);
    return client.query({ text: sql, values: [...parameters], ...(name ? { name } : {}) });
  };
  return {
    hospitalId,
    now,
    subscribers,
    rows: async <T>(statement: Statement<T>, name?: string) => (await run(statement, name)).rows as T[],
    maybe: async <T>(statement: Statement<T>, name?: string) => {
      const { rows } = await run(statement, name);
      if (rows.length > 1) throw new Error('statement returned several rows where one was expected');
      return (rows[0] as T | undefined) ?? null;
    },
    one: async <T>(statement: Statement<T>, name?: string) => {
      const { rows } = await run(statement, name);
      if (rows.length !== 1) throw new Error(`statement returned ${rows.length} rows where one was expected`);
      return rows[0] as T;
    },
    count: async (statement, name) => (await run(statement, name)).rowCount ?? 0,
    hint: (topic, kind, id = null) => {
      if (!told.hints.some((have) => have.topic === topic && have.kind === kind && have.id === id))
        told.hints.push({ topic, kind, id });
    },
    wakeAfterCommit: () => {
      told.wake = true;
    },
  };
}

/** Results of the opening's statements: begin, set, the clock's row; with a delivery also set, and the row settled. */
function readOpening(opened: unknown): { offsetMs: number; settled: boolean } {
  const [, , clock, , settled] = opened as { rows?: { offset_ms?: bigint }[]; rowCount?: number | null }[];
  return { offsetMs: Number(clock?.rows?.[0]?.offset_ms ?? 0n), settled: settled?.rowCount === 1 };
}
