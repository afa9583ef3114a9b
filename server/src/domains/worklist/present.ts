import type { Item } from '../../../../contract/worklist.ts';
import { type Scope, staffOf } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { staffByIds } from '../identity/index.ts';
import { patientCards } from '../patients/index.ts';
import { askedAmong } from './asked.store.ts';
import type { ItemRow } from './item.store.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Items as the list shows them, with the people in them by name as far as the reader may see. */
export async function presentItems(tx: Tx, scope: Scope, rows: readonly ItemRow[]): Promise<Item[]> {
  const me = staffOf(scope);
  const cards = await patientCards(tx, scope, [...new Set(rows.map((row) => row.patient_id))]);
  const owners = [...new Set(rows.flatMap((row) => (row.owner_staff_id ? [row.owner_staff_id] : [])))];
  const staff = new Map((await staffByIds(tx, owners)).map((one) => [one.id as string, one]));
  const ids = rows.map((row) => row.id);
  const asked = me ? await askedAmong(tx, me, ids) : new Set<string>();
  return rows.flatMap((row) => {
    const patient = cards.get(row.patient_id);
    // A person merged away a moment ago: the next look shows them under their new record.
    if (!patient) return [];
    const owner = row.owner_staff_id ? staff.get(row.owner_staff_id) : undefined;
    return [
      {
        id: row.id,
        kind: row.kind,
        state: row.state,
        patient,
        encounterId: row.encounter_id,
        wardId: row.ward_id,
        ref: { kind: row.ref_kind, id: row.ref_id },
        title: row.title,
        reason: row.reason,
        urgency: row.urgency,
        risk: row.risk,
        windowFrom: iso(row.window_from),
        dueAt: row.due_at.toISOString(),
        limitAt: iso(row.limit_at),
        overdue: row.overdue_at !== null,
        owner: owner ? { id: owner.id, staffNo: owner.staff_no, name: owner.name } : null,
        ownerRole: row.owner_role,
        takenAt: iso(row.taken_at),
        snoozedUntil: iso(row.snoozed_until),
        level: row.level,
        mine: (me !== null && row.owner_staff_id === me) || asked.has(row.id),
        version: row.version,
      },
    ];
  });
}

/** One item. */
export async function presentItem(tx: Tx, scope: Scope, row: ItemRow): Promise<Item> {
  const [item] = await presentItems(tx, scope, [row]);
  if (!item) throw new Error('item without a patient');
  return item;
}
