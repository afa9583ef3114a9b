import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { IntakeRawMessageRow } from '../../kernel/db/tables.gen.ts';

export type MessageRow = Pick<
  IntakeRawMessageRow,
  | 'id'
  | 'feed_id'
  | 'format'
  | 'control_id'
  | 'type'
  | 'lane'
  | 'received_at'
  | 'source_at'
  | 'state'
  | 'problem_code'
  | 'problem_path'
  | 'problem_detail'
  | 'corrected_at'
  | 'corrected_by'
  | 'discard_reason'
  | 'attempts'
  | 'patient_id'
  | 'encounter_id'
  | 'version'
>;
export type StoredMessage = MessageRow & Pick<IntakeRawMessageRow, 'bytes' | 'corrected_bytes'>;

export interface NewMessage {
  readonly id: string;
  readonly feedId: string;
  readonly format: 'hl7v2' | 'fhir';
  readonly bytes: Buffer;
  readonly sha256: Buffer;
  readonly controlId: string | null;
  readonly type: string | null;
  readonly visitHash: Buffer | null;
  readonly lane: string;
  readonly receivedAt: Date;
  readonly sourceAt: Date;
  readonly state: 'received' | 'quarantined';
  readonly problem: { readonly code: string; readonly path: string | null; readonly detail: string | null } | null;
}

/** Stores a message; false where the same bytes came through the same feed before. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<boolean> {
  const rows = await tx.rows(
    sql<{ id: string }>`
      insert into intake.raw_message (hospital_id, id, feed_id, format, bytes, sha256, control_id, type, visit_hash, lane, received_at, source_at,
        state, problem_code, problem_path, problem_detail)
      values (${tx.hospitalId}, ${message.id}, ${message.feedId}, ${message.format}, ${message.bytes}, ${message.sha256}, ${message.controlId},
        ${message.type}, ${message.visitHash}, ${message.lane}, ${message.receivedAt}, ${message.sourceAt}, ${message.state},
        ${message.problem?.code ?? null}, ${message.problem?.path ?? null}, ${message.problem?.detail ?? null})
      on conflict (hospital_id, feed_id, sha256) do nothing
      returning id`,
    'intake-insert-message',
  );
  return rows.length > 0;
}

/** One message with its bytes, locked until the transaction ends. */
export async function lockMessage(tx: Tx, id: string): Promise<StoredMessage | null> {
  return tx.maybe(
    sql<StoredMessage>`
      select id, feed_id, format, control_id, type, lane, received_at, source_at, state, problem_code, problem_path, problem_detail,
        corrected_at, corrected_by, discard_reason, attempts, patient_id, encounter_id, version, bytes, corrected_bytes
      from intake.raw_message where hospital_id = ${tx.hospitalId} and id = ${id} for update`,
    'intake-lock-message',
  );
}

export async function messageById(tx: Tx, id: string): Promise<StoredMessage | null> {
  return tx.maybe(sql<StoredMessage>`
    select id, feed_id, format, control_id, type, lane, received_at, source_at, state, problem_code, problem_path, problem_detail,
      corrected_at, corrected_by, discard_reason, attempts, patient_id, encounter_id, version, bytes, corrected_bytes
    from intake.raw_message where hospital_id = ${tx.hospitalId} and id = ${id}`);
}

export interface Outcome {
  readonly state: 'processed' | 'ignored' | 'quarantined';
  readonly problem: { readonly code: string; readonly path: string | null; readonly detail: string | null } | null;
  readonly patientId: string | null;
  readonly encounterId: string | null;
}

/** Writes down what became of a message. */
export async function settleMessage(tx: Tx, id: string, outcome: Outcome): Promise<void> {
  await tx.rows(
    sql`
      update intake.raw_message set state = ${outcome.state}, problem_code = ${outcome.problem?.code ?? null},
        problem_path = ${outcome.problem?.path ?? null}, problem_detail = ${outcome.problem?.detail ?? null},
        patient_id = coalesce(${outcome.patientId}, patient_id), encounter_id = coalesce(${outcome.encounterId}, encounter_id),
        attempts = attempts + 1, version = version + 1
      where hospital_id = ${tx.hospitalId} and id = ${id}`,
    'intake-settle-message',
  );
}

/** Sets messages back to `received`, so that their handler reads them again. */
export async function reopenMessages(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.rows(sql`
    update intake.raw_message set state = 'received', version = version + 1
    where hospital_id = ${tx.hospitalId} and id = any(${ids})`);
}

/** Puts a corrected text beside the original; what it is filed under follows it. */
export async function correct(
  tx: Tx,
  id: string,
  corrected: { bytes: Buffer; by: string | null; type: string | null; visitHash: Buffer | null; lane: string },
): Promise<void> {
  await tx.rows(sql`
    update intake.raw_message set corrected_bytes = ${corrected.bytes}, corrected_by = ${corrected.by}, corrected_at = ${tx.now},
      type = ${corrected.type}, visit_hash = ${corrected.visitHash}, lane = ${corrected.lane}
    where hospital_id = ${tx.hospitalId} and id = ${id}`);
}

export async function discard(tx: Tx, id: string, reason: string): Promise<void> {
  await tx.rows(sql`
    update intake.raw_message set state = 'discarded', discard_reason = ${reason}, version = version + 1
    where hospital_id = ${tx.hospitalId} and id = ${id}`);
}
