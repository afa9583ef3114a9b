import type { Scope } from '../access/index.ts';
import { wallNow } from '../clock/wall.ts';
import type { Tx } from '../db/index.ts';
import { sql } from '../db/index.ts';
import { newId } from '../ids/index.ts';

export interface AuditEntry {
  /** `<domain>.<verb>`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string | null };
  readonly patientId?: string | null;
  /** Codes, ids and numbers only. */
  readonly detail?: Record<string, string | number | boolean | null | readonly string[]>;
}

/** Writes down who did what, in the transaction that did it. */
export async function audit(tx: Tx, scope: Scope, ...entries: AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.rows(sql`
    insert into kernel.audit (hospital_id, id, recorded_at, occurred_at, actor_kind, actor_id, action, subject_kind, subject_id, patient_id, detail)
    values ${sql.join(
      entries.map(
        (
          entry,
        ) => sql`(${tx.hospitalId}, ${newId()}, ${wallNow()}, ${tx.now}, ${scope.principal.kind}, ${scope.principal.id}, ${entry.action},
          ${entry.subject.kind}, ${entry.subject.id}, ${entry.patientId ?? null}, ${JSON.stringify(entry.detail ?? {})})`,
      ),
    )}`);
}

export interface AuditRow {
  id: string;
  recorded_at: Date;
  occurred_at: Date;
  actor_kind: string;
  actor_id: string | null;
  action: string;
  subject_kind: string;
  subject_id: string | null;
  patient_id: string | null;
  detail: Record<string, unknown>;
}

/** Audit rows of the hospital recorded in `[from, to)`, oldest first. */
export async function readAudit(tx: Tx, from: Date, to: Date): Promise<AuditRow[]> {
  return tx.rows(sql<AuditRow>`
    select id, recorded_at, occurred_at, actor_kind, actor_id, action, subject_kind, subject_id, patient_id, detail
    from kernel.audit where hospital_id = ${tx.hospitalId} and recorded_at >= ${from} and recorded_at < ${to} order by id`);
}
