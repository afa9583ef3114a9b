import { type Scope, staffOf } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { ContentPackAttemptRow } from '../../kernel/db/tables.gen.ts';
import type { PackProblem } from './problem.ts';

export type AttemptRow = Omit<ContentPackAttemptRow, 'hospital_id' | 'tried_by'>;

/** A pack in other hands can be wrong in a thousand places; the first hundred are enough to mend it. */
const KEPT_PROBLEMS = 100;

/** Keeps what became of the last attempt to take a folder in. */
export async function putAttempt(
  tx: Tx,
  scope: Scope,
  attempt: { folder: string; version: string | null; outcome: string; problems?: readonly PackProblem[] },
): Promise<void> {
  const problems = JSON.stringify((attempt.problems ?? []).slice(0, KEPT_PROBLEMS));
  await tx.rows(sql`
    insert into content.pack_attempt (hospital_id, folder, version, outcome, problems, tried_by, tried_at)
    values (${tx.hospitalId}, ${attempt.folder}, ${attempt.version}, ${attempt.outcome}, ${problems}, ${staffOf(scope)}, ${tx.now})
    on conflict (hospital_id, folder) do update set version = excluded.version, outcome = excluded.outcome,
      problems = excluded.problems, tried_by = excluded.tried_by, tried_at = excluded.tried_at`);
}

/** Attempts by folder; `after` is the last folder of the page before. */
export async function listAttempts(tx: Tx, page: { limit: number; after: string | null }): Promise<AttemptRow[]> {
  return tx.rows(sql<AttemptRow>`
    select folder, version, outcome, problems, tried_at from content.pack_attempt where hospital_id = ${tx.hospitalId}
    ${page.after === null ? sql`` : sql`and folder > ${page.after}`} order by folder limit ${page.limit}`);
}
