import type { AttemptOutcome, AttemptWho } from '../../../../contract/calls.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { CallsAttemptRow } from '../../kernel/db/tables.gen.ts';

export interface AttemptRow extends Omit<CallsAttemptRow, 'hospital_id' | 'who' | 'outcome'> {
  who: AttemptWho;
  outcome: AttemptOutcome;
}

const COLUMNS = sql`id, call_id, number, who, outcome, tried_at, tried_by, next_try_at`;

export async function attemptsOf(tx: Tx, callIds: readonly string[]): Promise<AttemptRow[]> {
  if (callIds.length === 0) return [];
  return tx.rows(sql<AttemptRow>`
    select ${COLUMNS} from calls.attempt where hospital_id = ${tx.hospitalId} and call_id = any(${[...callIds]}::uuid[]) order by call_id, number`);
}

/** Adds a try; false where its id is taken, which means that it has been recorded before. */
export async function insertAttempt(tx: Tx, attempt: AttemptRow): Promise<boolean> {
  const rows = await tx.count(sql`
    insert into calls.attempt (hospital_id, id, call_id, number, who, outcome, tried_at, tried_by, next_try_at)
    values (${tx.hospitalId}, ${attempt.id}, ${attempt.call_id}, ${attempt.number}, ${attempt.who}, ${attempt.outcome}, ${attempt.tried_at},
      ${attempt.tried_by}, ${attempt.next_try_at})
    on conflict (hospital_id, id) do nothing`);
  return rows === 1;
}
