import type { Words } from '../../../../contract/common.ts';
import type { EscalationLevel, ItemKind } from '../../../../contract/worklist.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { WorklistItemRow } from '../../kernel/db/tables.gen.ts';
import type { Escalating } from './escalation.ts';

/** An item as its stores hand it on. */
export interface ItemRow
  extends Omit<WorklistItemRow, 'hospital_id' | 'kind' | 'title' | 'reason' | 'state' | 'level' | 'urgency'> {
  kind: ItemKind;
  title: Words;
  reason: Words;
  urgency: 0 | 1 | 2 | 3;
  state: Escalating['state'];
  level: EscalationLevel;
}

export const COLUMNS = sql.raw(
  [
    'id, kind, patient_id, encounter_id, ward_id, ref_kind, ref_id, title, reason, urgency, risk, rank, window_from, due_at',
    'limit_at, owner_staff_id, owner_role, taken_at, taken_by, state, snoozed_until, ack_minutes, level, level_since, asked_rounds',
    'overdue_at, first_late_at, reason_code, opened_at, closed_at, wake_at, version',
  ].join(', '),
);

/** Adds the item; false where its id is taken, which means that it has been opened before. */
export async function insertItem(tx: Tx, item: Omit<ItemRow, 'version'>): Promise<boolean> {
  const rows = await tx.count(sql`
    insert into worklist.item (hospital_id, id, kind, patient_id, encounter_id, ward_id, ref_kind, ref_id, title, reason, urgency, risk, rank,
      window_from, due_at, limit_at, owner_staff_id, owner_role, taken_at, taken_by, state, snoozed_until, ack_minutes, level, level_since, asked_rounds,
      overdue_at, first_late_at, reason_code, opened_at, closed_at, wake_at)
    values (${tx.hospitalId}, ${item.id}, ${item.kind}, ${item.patient_id}, ${item.encounter_id}, ${item.ward_id}, ${item.ref_kind}, ${item.ref_id},
      ${JSON.stringify(item.title)}, ${JSON.stringify(item.reason)}, ${item.urgency}, ${item.risk}, ${item.rank}, ${item.window_from},
      ${item.due_at}, ${item.limit_at}, ${item.owner_staff_id}, ${item.owner_role}, ${item.taken_at}, ${item.taken_by}, ${item.state},
      ${item.snoozed_until}, ${item.ack_minutes}, ${item.level}, ${item.level_since}, ${item.asked_rounds}, ${item.overdue_at}, ${item.first_late_at},
      ${item.reason_code}, ${item.opened_at}, ${item.closed_at}, ${item.wake_at})
    on conflict (hospital_id, id) do nothing`);
  return rows === 1;
}

export async function itemById(tx: Tx, id: string): Promise<ItemRow | null> {
  return tx.maybe(
    sql<ItemRow>`select ${COLUMNS} from worklist.item where hospital_id = ${tx.hospitalId} and id = ${id}`,
    'worklist-item-by-id',
  );
}

/** The item, locked until the transaction ends. */
export async function lockItem(tx: Tx, id: string): Promise<ItemRow | null> {
  return tx.maybe(
    sql<ItemRow>`select ${COLUMNS} from worklist.item where hospital_id = ${tx.hospitalId} and id = ${id} for update`,
  );
}

/** Writes what may change in an item's life; the caller holds its lock. Returns the row with its new version. */
export async function saveItem(tx: Tx, item: ItemRow): Promise<ItemRow> {
  return tx.one(sql<ItemRow>`
    update worklist.item set reason = ${JSON.stringify(item.reason)}, urgency = ${item.urgency}, risk = ${item.risk}, rank = ${item.rank}, window_from = ${item.window_from},
      due_at = ${item.due_at}, limit_at = ${item.limit_at}, owner_staff_id = ${item.owner_staff_id}, taken_at = ${item.taken_at},
      taken_by = ${item.taken_by}, state = ${item.state}, snoozed_until = ${item.snoozed_until}, level = ${item.level},
      level_since = ${item.level_since}, asked_rounds = ${item.asked_rounds}, overdue_at = ${item.overdue_at},
      first_late_at = ${item.first_late_at}, reason_code = ${item.reason_code},
      closed_at = ${item.closed_at}, wake_at = ${item.wake_at}, version = version + 1
    where hospital_id = ${tx.hospitalId} and id = ${item.id} returning ${COLUMNS}`);
}

/** The patient's items in the given states, locked, in the order of their ids. */
export async function lockItemsOf(tx: Tx, patientId: string, states: readonly ItemRow['state'][]): Promise<ItemRow[]> {
  return tx.rows(sql<ItemRow>`
    select ${COLUMNS} from worklist.item
    where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} and state = any(${[...states]}::text[]) order by id for update`);
}

/** Hangs the items of one patient on another. */
export async function moveItems(tx: Tx, from: string, into: string): Promise<void> {
  await tx.rows(
    sql`update worklist.item set patient_id = ${into} where hospital_id = ${tx.hospitalId} and patient_id = ${from}`,
  );
}
