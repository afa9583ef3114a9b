import pg from 'pg';
import type { Logger } from '../log/index.ts';

export type Pool = pg.Pool;
export type Client = pg.PoolClient;

/** Where each of the four roles signs in (`deploy/roles.sql`). */
export interface DatabaseUrls {
  readonly owner: string;
  readonly app: string;
  readonly jobs: string;
  readonly sweeper: string;
}

const text = (value: string) => value;
const types = new pg.TypeOverrides();
// pg's defaults turn a DATE in Shanghai into the day before and lose digits of int8 and numeric.
types.setTypeParser(pg.types.builtins.DATE, text);
types.setTypeParser(pg.types.builtins.NUMERIC, text);
types.setTypeParser(pg.types.builtins.INT8, (value) => BigInt(value));

/** A pool whose idle connections may die without taking the process along. */
export function makePool(url: string, max: number, name: string, log: Logger): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    application_name: `dayone-${name}`,
    connectionTimeoutMillis: 10_000,
  });
  const lost = (err: Error) => log.warn({ err, pool: name }, 'database connection lost');
  pool.on('error', lost);
  // A connection that is out on loan tells its own errors; without a listener they would end the process.
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

/** Ends a pool; a second call is harmless. */
export async function endPool(pool: Pool): Promise<void> {
  if (!pool.ended) await pool.end();
}

/** One connection of its own, for LISTEN and for locks held across statements. */
export function makeClient(url: string, name: string): pg.Client {
  return new pg.Client({ connectionString: url, types, application_name: `dayone-${name}`, keepAlive: true });
}
