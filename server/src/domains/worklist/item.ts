import type { Tx } from '../../kernel/db/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { type Escalating, wakeAtOf } from './escalation.ts';
import { ITEM_ASSIGNED, type ItemAssigned } from './events.ts';
import { type ItemRow, saveItem } from './item.store.ts';
import { rankOf } from './rank.ts';

/** An item as its chain sees it. */
export function escalating(item: Omit<ItemRow, 'version'>): Escalating {
  return {
    state: item.state,
    taken: item.taken_at !== null,
    ackMinutes: item.ack_minutes,
    level: item.level,
    levelSince: item.level_since,
    rounds: item.asked_rounds,
    windowFrom: item.window_from,
    dueAt: item.due_at,
    overdueAt: item.overdue_at,
    snoozedUntil: item.snoozed_until,
  };
}

/** Writes the item with its rank and next instant worked out anew, and tells the screens. */
export async function putItem(tx: Tx, item: ItemRow, told: readonly string[] = []): Promise<ItemRow> {
  const ahead = item.window_from && item.window_from > tx.now ? item.window_from : null;
  const saved = await saveItem(tx, {
    ...item,
    rank: rankOf(item),
    wake_at: wakeAtOf({ ...escalating(item), windowFrom: ahead }),
  });
  hintItem(tx, saved, told);
  return saved;
}

/** Screens of the ward, of the patient, of the owner and of those asked look again. */
export function hintItem(
  tx: Tx,
  item: Pick<ItemRow, 'id' | 'ward_id' | 'patient_id' | 'owner_staff_id'>,
  told: readonly string[] = [],
): void {
  if (item.ward_id) tx.hint(`ward:${item.ward_id}`, 'worklist', item.id);
  tx.hint(`patient:${item.patient_id}`, 'worklist', item.id);
  for (const staffId of [...(item.owner_staff_id ? [item.owner_staff_id] : []), ...told])
    tx.hint(`me:${staffId}`, 'worklist', item.id);
}

/** Ids and codes of an item for its events. */
export function aboutItem(item: Pick<ItemRow, 'id' | 'patient_id' | 'kind' | 'ref_kind' | 'ref_id'>) {
  return {
    itemId: item.id,
    patientId: item.patient_id,
    kind: item.kind,
    refKind: item.ref_kind,
    refId: item.ref_id,
  };
}

/** Says who has the item now: a person, or, where the chain has gone on from an owner who did not take it, a level. */
export async function emitAssigned(tx: Tx, item: ItemRow): Promise<void> {
  const isTheirs = item.taken_at !== null || item.level === 'owner';
  const staffId = isTheirs ? item.owner_staff_id : null;
  const payload: ItemAssigned = { ...aboutItem(item), staffId, level: item.level };
  await emit(tx, { type: ITEM_ASSIGNED, lane: item.patient_id, payload });
}
