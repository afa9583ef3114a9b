import type { Words } from '../../../../contract/common.ts';
import type { AlertAction } from '../../../../contract/monitoring.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { MonitoringAlertRow } from '../../kernel/db/tables.gen.ts';
import type { Severity } from './events.ts';

type Told = 'severity' | 'state' | 'title' | 'reason' | 'patient_words' | 'patient_now' | 'source_kind' | 'actions';
export type AlertStored = Omit<MonitoringAlertRow, 'hospital_id' | Told> & {
  severity: Severity;
  state: 'open' | 'acknowledged' | 'resolved' | 'dismissed';
  title: Words;
  reason: Words;
  patient_words: Words | null;
  patient_now: Words | null;
  source_kind: 'reading' | 'call';
  actions: AlertAction[];
};

const COLUMNS = sql.raw(
  'id, patient_id, encounter_id, ward_id, rule_key, rule_version, code, severity, state, title, reason, patient_words, patient_now, evidence, last_evidence_at, source_kind, source_id, item_id, message_id, raised_at, ack_due_at, acknowledged_by, acknowledged_at, resolved_by, resolved_at, actions, useful, note, close_code, version',
);
const OPEN = sql.raw(`state in ('open', 'acknowledged')`);
const CLOSED = sql.raw(`state in ('resolved', 'dismissed')`);
const DANGER = sql.raw(`(case severity when 'red' then 0 else 1 end)`);

export interface NewAlert {
  readonly id: string;
  readonly patientId: string;
  readonly encounterId: string | null;
  readonly wardId: string | null;
  readonly ruleKey: string;
  readonly ruleVersion: number;
  readonly code: string | null;
  readonly severity: Severity;
  readonly title: Words;
  readonly reason: Words;
  readonly patientWords: Words | null;
  readonly patientNow: Words | null;
  readonly evidence: readonly string[];
  readonly source: { readonly kind: 'reading' | 'call'; readonly id: string | null };
  readonly itemId: string;
  readonly ackDueAt: Date;
}

/** Raises an alert unless the same rule has one open for this patient; false then. */
export async function insertAlert(tx: Tx, alert: NewAlert): Promise<boolean> {
  const rows = await tx.rows(sql<{ id: string }>`
    insert into monitoring.alert (hospital_id, id, patient_id, encounter_id, ward_id, rule_key, rule_version, code, severity, title, reason,
      patient_words, patient_now, evidence, last_evidence_at, source_kind, source_id, item_id, raised_at, ack_due_at)
    values (${tx.hospitalId}, ${alert.id}, ${alert.patientId}, ${alert.encounterId}, ${alert.wardId}, ${alert.ruleKey}, ${alert.ruleVersion},
      ${alert.code}, ${alert.severity}, ${JSON.stringify(alert.title)}, ${JSON.stringify(alert.reason)},
      ${alert.patientWords && JSON.stringify(alert.patientWords)}, ${alert.patientNow && JSON.stringify(alert.patientNow)},
      ${[...alert.evidence]}::uuid[], ${alert.evidence.length > 0 ? tx.now : null}, ${alert.source.kind}, ${alert.source.id}, ${alert.itemId},
      ${tx.now}, ${alert.ackDueAt})
    on conflict (hospital_id, patient_id, rule_key) where ${OPEN} do nothing returning id`);
  return rows.length === 1;
}

export async function setMessage(tx: Tx, id: string, messageId: string): Promise<void> {
  await tx.rows(
    sql`update monitoring.alert set message_id = ${messageId} where hospital_id = ${tx.hospitalId} and id = ${id}`,
  );
}

/** Open alerts of a patient, the most dangerous and oldest first. */
export async function openAlertsOf(tx: Tx, patientId: string): Promise<AlertStored[]> {
  return tx.rows(sql<AlertStored>`
    select ${COLUMNS} from monitoring.alert
    where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} and ${OPEN} order by ${DANGER}, raised_at, id limit 100`);
}

export async function alertById(tx: Tx, id: string): Promise<AlertStored | null> {
  return tx.maybe(
    sql<AlertStored>`select ${COLUMNS} from monitoring.alert where hospital_id = ${tx.hospitalId} and id = ${id}`,
  );
}

export async function alertsByIds(tx: Tx, ids: readonly string[]): Promise<AlertStored[]> {
  if (ids.length === 0) return [];
  return tx.rows(sql<AlertStored>`
    select ${COLUMNS} from monitoring.alert where hospital_id = ${tx.hospitalId} and id = any(${[...ids]}::uuid[])`);
}

/** Puts further readings under an open alert. */
export async function addEvidence(tx: Tx, id: string, readingIds: readonly string[]): Promise<void> {
  await tx.rows(sql`
    update monitoring.alert set last_evidence_at = ${tx.now}, version = version + 1, evidence = evidence || ${[...readingIds]}::uuid[]
    where hospital_id = ${tx.hospitalId} and id = ${id} and ${OPEN} and not evidence @> ${[...readingIds]}::uuid[]`);
}

/** Somebody has it in hand; false where somebody had before or it is closed. */
export async function setAcknowledged(tx: Tx, id: string, staffId: string): Promise<boolean> {
  const count = await tx.count(sql`
    update monitoring.alert set state = 'acknowledged', acknowledged_by = ${staffId}, acknowledged_at = ${tx.now}, version = version + 1
    where hospital_id = ${tx.hospitalId} and id = ${id} and state = 'open'`);
  return count === 1;
}

export interface Closing {
  readonly state: 'resolved' | 'dismissed';
  /** Null: the house itself; a person who closes an alert nobody had in hand has it in hand by that. */
  readonly by: string | null;
  readonly actions: readonly AlertAction[];
  readonly useful: boolean | null;
  readonly note: string | null;
  readonly code: string | null;
}

/** Closes an open alert; `version` null closes whatever version it has. False where it is closed or was changed. */
export async function setClosed(tx: Tx, id: string, version: number | null, closing: Closing): Promise<boolean> {
  const count = await tx.count(sql`
    update monitoring.alert set state = ${closing.state}, resolved_by = ${closing.by}, resolved_at = ${tx.now},
      acknowledged_by = coalesce(acknowledged_by, ${closing.by}::uuid),
      acknowledged_at = case when ${closing.by}::uuid is null then acknowledged_at else coalesce(acknowledged_at, ${tx.now}) end,
      actions = ${[...closing.actions]}::text[], useful = ${closing.useful}, note = ${closing.note}, close_code = ${closing.code},
      version = version + 1
    where hospital_id = ${tx.hospitalId} and id = ${id} and ${OPEN} and (${version}::integer is null or version = ${version})`);
  return count === 1;
}

export interface ListFilter {
  /** Null: every ward, also alerts without one. */
  readonly wards: readonly string[] | null;
  /** Only what this person has closed; null: everybody's. */
  readonly closedBy: string | null;
  readonly limit: number;
}

/** Open alerts, red before amber, then the oldest. `after` is the last row of the page before. */
export async function pageOfOpen(
  tx: Tx,
  filter: ListFilter,
  after: { readonly danger: number; readonly at: Date; readonly id: string } | null,
): Promise<AlertStored[]> {
  return tx.rows(sql<AlertStored>`
    select ${COLUMNS} from monitoring.alert
    where hospital_id = ${tx.hospitalId} and ${OPEN} and ${within(filter)}
      and (${after === null} or (${DANGER}, raised_at, id) > (${after?.danger ?? 0}, ${after?.at ?? tx.now}, ${after?.id ?? null}::uuid))
    order by ${DANGER}, raised_at, id limit ${filter.limit}`);
}

/** Closed alerts, the last closed first. */
export async function pageOfClosed(
  tx: Tx,
  filter: ListFilter,
  after: { readonly at: Date; readonly id: string } | null,
): Promise<AlertStored[]> {
  return tx.rows(sql<AlertStored>`
    select ${COLUMNS} from monitoring.alert
    where hospital_id = ${tx.hospitalId} and ${CLOSED} and ${within(filter)}
      and (${after === null} or (resolved_at, id) < (${after?.at ?? tx.now}, ${after?.id ?? null}::uuid))
    order by resolved_at desc, id desc limit ${filter.limit}`);
}

function within({ wards, closedBy }: ListFilter) {
  const ward = wards === null ? sql`true` : sql`ward_id = any(${[...wards]}::uuid[])`;
  return closedBy === null ? ward : sql`${ward} and resolved_by = ${closedBy}`;
}

/** Alerts of a record that was merged go to the person that stands. */
export async function moveAlerts(tx: Tx, from: string, into: string): Promise<void> {
  await tx.rows(
    sql`update monitoring.alert set patient_id = ${into} where hospital_id = ${tx.hospitalId} and patient_id = ${from}`,
  );
}
