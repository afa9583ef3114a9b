import type { HospitalId } from '../ids/index.ts';
import { compile, type Statement } from './compile.ts';
import { readFailure } from './errors.ts';
import type { Pool } from './pools.ts';
import { inTenant, type Settling, type TransactionDeps, type Tx } from './transaction.ts';

/** The database as domains and edges see it. */
export interface Database {
  /** Opens a transaction of one hospital as the app role, under row-level security. */
  tenant<T>(hospitalId: HospitalId, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same for a handler: the delivery is set done first. False, and `work` not run, where it was done already. */
  deliver(hospitalId: HospitalId, settling: Settling, work: (tx: Tx) => Promise<void>): Promise<boolean>;
  /** Reads a reference table (the hospitals, the feeds): rows that belong to no patient. */
  reference<T>(statement: Statement<T>): Promise<T[]>;
  /** Asks as the sweeper role which hospitals have due rows; it may read ids and times only. */
  sweep<T>(statement: Statement<T>): Promise<T[]>;
}

/**
 * Makes the database over its pools. A transaction that fails with a retryable state (deadlock, serialization, lost connection)
 * before anything was told to the outside is run again, at most twice: its writes are keyed by client-made ids.
 */
export function makeDatabase(deps: TransactionDeps & { sweeperPool: Pool }): Database {
  const ask = async <T>(pool: Pool, statement: Statement<T>) => {
    const { sql, parameters } = compile(statement);
    return (await pool.query({ text: sql, values: [...parameters] })).rows as T[];
  };
  const run = async <T>(hospitalId: HospitalId, work: (tx: Tx) => Promise<T>, settling?: Settling) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await inTenant(deps, hospitalId, work, settling);
      } catch (error) {
        if (attempt === 3 || readFailure(error)?.kind !== 'retry') throw error;
      }
    }
  };
  return {
    tenant: async <T>(hospitalId: HospitalId, work: (tx: Tx) => Promise<T>) => (await run(hospitalId, work)) as T,
    deliver: async (hospitalId, settling, work) => {
      const done = await run(hospitalId, async (tx) => work(tx).then(() => true as const), settling);
      return done === true;
    },
    reference: (statement) => ask(deps.pool, statement),
    sweep: (statement) => ask(deps.sweeperPool, statement),
  };
}
