import type { MessageState, Purpose } from '../../../../contract/channels.ts';
import type { Words } from '../../../../contract/common.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';

export interface MessageRow {
  id: string;
  patient_id: string;
  encounter_id: string | null;
  channel: 'in-app';
  purpose: Purpose;
  title: Words;
  body: Words | string;
  outside_title: Words;
  because_kind: string;
  because_ref: string;
  state: MessageState;
  reason_code: string | null;
  attempts: number;
  due_at: Date;
  next_at: Date | null;
  expires_at: Date | null;
  sent_at: Date | null;
  read_at: Date | null;
}

const COLUMNS = sql.raw(
  `id, patient_id, encounter_id, channel, purpose, title, body, outside_title, because_kind, because_ref, state, reason_code,
   attempts, due_at, next_at, expires_at, sent_at, read_at`,
);

export interface NewMessage {
  id: string;
  dedupeKey: string;
  patientId: string;
  encounterId: string | null;
  purpose: Purpose;
  title: Words;
  body: Words | string;
  outsideTitle: Words;
  because: { kind: string; ref: string };
  dueAt: Date;
  expiresAt: Date | null;
  /** When the sweep wakes it; null where its event is emitted at once. */
  wakeAt: Date | null;
}

/** Queues a message; false where its dedupe key is taken. */
export async function insertMessage(tx: Tx, one: NewMessage): Promise<boolean> {
  const written = await tx.count(sql`
    insert into channels.message (hospital_id, id, patient_id, encounter_id, recipient_kind, channel, purpose, title, body, outside_title,
      because_kind, because_ref, dedupe_key, state, due_at, next_at, expires_at, wake_at, created_at)
    values (${tx.hospitalId}, ${one.id}, ${one.patientId}, ${one.encounterId}, 'patient', 'in-app', ${one.purpose},
      ${JSON.stringify(one.title)}, ${JSON.stringify(one.body)}, ${JSON.stringify(one.outsideTitle)}, ${one.because.kind},
      ${one.because.ref}, ${one.dedupeKey}, 'waiting', ${one.dueAt}, ${one.dueAt}, ${one.expiresAt}, ${one.wakeAt}, ${tx.now})
    on conflict (hospital_id, dedupe_key) do nothing`);
  return written === 1;
}

/** Queues a message anew that was cancelled before it left, with what is to be said now; null where there is none of that kind. */
export async function reviveMessage(tx: Tx, one: NewMessage): Promise<string | null> {
  const row = await tx.maybe(sql<{ id: string }>`
    update channels.message set state = 'waiting', reason_code = null, title = ${JSON.stringify(one.title)},
      body = ${JSON.stringify(one.body)}, outside_title = ${JSON.stringify(one.outsideTitle)}, due_at = ${one.dueAt},
      next_at = ${one.dueAt}, expires_at = ${one.expiresAt}, wake_at = ${one.wakeAt}
    where hospital_id = ${tx.hospitalId} and dedupe_key = ${one.dedupeKey} and state = 'cancelled' and sent_at is null
    returning id`);
  return row?.id ?? null;
}

export async function idOfDedupeKey(tx: Tx, dedupeKey: string): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    select id from channels.message where hospital_id = ${tx.hospitalId} and dedupe_key = ${dedupeKey}`);
  return row.id;
}

export async function messageById(tx: Tx, id: string): Promise<MessageRow | null> {
  return tx.maybe(
    sql<MessageRow>`select ${COLUMNS} from channels.message where hospital_id = ${tx.hospitalId} and id = ${id}`,
  );
}

/**
 * Locks every message of the patient that has not left and those sent since `from`. Whoever tries a message takes these first, its
 * own among them, so that of two senders the second counts what the first has sent.
 */
export async function lockOfPatient(tx: Tx, patientId: string, from: Date): Promise<MessageRow[]> {
  return tx.rows(sql<MessageRow>`
    select ${COLUMNS} from channels.message
    where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} and (state in ('waiting', 'held') or sent_at >= ${from})
    order by id for update`);
}

export async function markSent(tx: Tx, id: string): Promise<void> {
  await tx.rows(sql`
    update channels.message set state = 'sent', reason_code = null, attempts = attempts + 1, next_at = null, wake_at = null, sent_at = ${tx.now}
    where hospital_id = ${tx.hospitalId} and id = ${id} and state = 'waiting'`);
}

/** Puts a waiting message off; `tried` counts an attempt the provider refused. */
export async function markPostponed(tx: Tx, id: string, until: Date, reason: string, tried: boolean): Promise<void> {
  await tx.rows(sql`
    update channels.message set next_at = ${until}, wake_at = ${until}, reason_code = ${reason}, attempts = attempts + ${tried ? 1 : 0}
    where hospital_id = ${tx.hospitalId} and id = ${id} and state = 'waiting'`);
}

export async function markEnded(
  tx: Tx,
  id: string,
  state: 'held' | 'cancelled' | 'failed',
  reason: string,
): Promise<void> {
  await tx.rows(sql`
    update channels.message set state = ${state}, reason_code = ${reason}, next_at = null, wake_at = null
    where hospital_id = ${tx.hospitalId} and id = ${id} and state = 'waiting'`);
}

export interface CancelledRow {
  id: string;
  patient_id: string;
  purpose: Purpose;
}

/** Which open messages to cancel; what is given narrows, and at least one of the three names must be. */
export interface CancelFilter {
  readonly because?: { readonly kind: string; readonly ref?: string };
  readonly patientId?: string;
  readonly encounterId?: string;
  readonly purposes?: readonly Purpose[];
}

/** Cancels in one statement all open messages the filter names. Rows are locked in the order a sender takes them. */
export async function cancelOpen(tx: Tx, filter: CancelFilter, reason: string): Promise<CancelledRow[]> {
  const { because, patientId, encounterId, purposes } = filter;
  const wanted = [
    ...(because ? [sql`because_kind = ${because.kind}`] : []),
    ...(because?.ref === undefined ? [] : [sql`because_ref = ${because.ref}`]),
    ...(patientId === undefined ? [] : [sql`patient_id = ${patientId}`]),
    ...(encounterId === undefined ? [] : [sql`encounter_id = ${encounterId}`]),
  ];
  if (wanted.length === 0) throw new TypeError('a cancellation names a cause, a patient or a stay');
  if (purposes) wanted.push(sql`purpose = any(${purposes})`);
  return tx.rows(sql<CancelledRow>`
    update channels.message set state = 'cancelled', reason_code = ${reason}, next_at = null, wake_at = null
    where hospital_id = ${tx.hospitalId} and id in (
      select id from channels.message
      where hospital_id = ${tx.hospitalId} and state in ('waiting', 'held') and ${sql.join(wanted, sql` and `)}
      order by id for update)
    returning id, patient_id, purpose`);
}

/** Hands all messages of one person to the one they turned out to be; returns those that moved. */
export async function moveMessages(tx: Tx, from: string, into: string): Promise<string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    update channels.message set patient_id = ${into} where hospital_id = ${tx.hospitalId} and patient_id = ${from} returning id`);
  return rows.map((row) => row.id);
}

/** A page of a patient's messages, the latest due first. */
export async function pageOfMessages(
  tx: Tx,
  patientId: string,
  page: { limit: number; after: { dueAt: Date; id: string } | null },
): Promise<MessageRow[]> {
  const after = page.after ? sql`and (due_at, id) < (${page.after.dueAt}, ${page.after.id})` : sql``;
  return tx.rows(sql<MessageRow>`
    select ${COLUMNS} from channels.message
    where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} ${after}
    order by due_at desc, id desc limit ${page.limit}`);
}

export interface TitleRow {
  id: string;
  title: Words;
  purpose: Purpose;
  state: MessageState;
}

export async function titleRows(tx: Tx, patientId: string, ids: readonly string[]): Promise<TitleRow[]> {
  return tx.rows(sql<TitleRow>`
    select id, title, purpose, state from channels.message
    where hospital_id = ${tx.hospitalId} and id = any(${ids}) and patient_id = ${patientId}`);
}
