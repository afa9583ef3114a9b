import type { AnswerValue } from '../../../../contract/calls.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { CallsAnswerRow } from '../../kernel/db/tables.gen.ts';

export interface AnswerRow extends Omit<CallsAnswerRow, 'hospital_id' | 'value' | 'severity'> {
  value: AnswerValue;
  severity: 'none' | 'amber' | 'red';
}

const COLUMNS = sql`id, call_id, question_id, value, severity, raised, alert_id, reading_id, answered_by, answered_at, save_id, version`;

export async function answersOf(tx: Tx, callIds: readonly string[]): Promise<AnswerRow[]> {
  if (callIds.length === 0) return [];
  return tx.rows(sql<AnswerRow>`
    select ${COLUMNS} from calls.answer where hospital_id = ${tx.hospitalId} and call_id = any(${[...callIds]}::uuid[])
    order by answered_at, question_id`);
}

export async function answerTo(tx: Tx, callId: string, questionId: string): Promise<AnswerRow | null> {
  return tx.maybe(sql<AnswerRow>`
    select ${COLUMNS} from calls.answer where hospital_id = ${tx.hospitalId} and call_id = ${callId} and question_id = ${questionId}`);
}

/** Writes the answer, first or again; the caller holds the call's lock and has compared the version. */
export async function putAnswer(tx: Tx, answer: Omit<AnswerRow, 'version'>): Promise<AnswerRow> {
  return tx.one(sql<AnswerRow>`
    insert into calls.answer (hospital_id, id, call_id, question_id, value, severity, raised, alert_id, reading_id, answered_by, answered_at, save_id)
    values (${tx.hospitalId}, ${answer.id}, ${answer.call_id}, ${answer.question_id}, ${JSON.stringify(answer.value)}, ${answer.severity},
      ${answer.raised}, ${answer.alert_id}, ${answer.reading_id}, ${answer.answered_by}, ${answer.answered_at}, ${answer.save_id})
    on conflict (hospital_id, call_id, question_id) do update set value = excluded.value, severity = excluded.severity,
      raised = excluded.raised, alert_id = excluded.alert_id, reading_id = excluded.reading_id, answered_by = excluded.answered_by,
      answered_at = excluded.answered_at, save_id = excluded.save_id, version = calls.answer.version + 1
    returning ${COLUMNS}`);
}
