export { sql } from 'kysely';
export type { Statement } from './compile.ts';
export { type Database, makeDatabase } from './database.ts';
export { type DatabaseFailure, readFailure } from './errors.ts';
export { type Client, type DatabaseUrls, endPool, makeClient, makePool, type Pool } from './pools.ts';
export { roleComplaint } from './role.ts';
export { isStorable } from './storable.ts';
export type { PendingHint, Tx } from './transaction.ts';
