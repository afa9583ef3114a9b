import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';

/** Kysely composes statements; it never runs them: each is run visibly through a transaction (`transaction.ts`). */
const composer = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

export interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** A statement written with kysely's `sql` tag; `T` is the row it returns. */
export type Statement<T> = RawBuilder<T>;

/** Turns a `sql` template into text with $1… and its parameters. */
export function compile<T>(statement: Statement<T>): Compiled {
  return statement.compile(composer);
}
