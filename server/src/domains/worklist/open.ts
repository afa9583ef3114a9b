import type { Words } from '../../../../contract/common.ts';
import type { ItemKind } from '../../../../contract/worklist.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { ask } from './asked.store.ts';
import { firstStaffed, peopleOf, roundsAfter, wakeAtOf } from './escalation.ts';
import { rosterFacts } from './facts.ts';
import { type ItemRow, insertItem, itemById } from './item.store.ts';
import { emitAssigned, escalating, hintItem } from './item.ts';
import { rankOf } from './rank.ts';

/** Something owed to a patient, as the domain that owes it puts it on the list. */
export interface NewItem {
  /** Made by the caller: opening the same id again changes nothing. */
  readonly id: string;
  readonly kind: ItemKind;
  readonly patientId: string;
  readonly encounterId: string | null;
  readonly wardId: string | null;
  readonly ref: { readonly kind: string; readonly id: string };
  readonly title: Words;
  readonly reason: Words;
  readonly urgency: 0 | 1 | 2 | 3;
  readonly risk: number | null;
  readonly windowFrom: Date | null;
  readonly dueAt: Date;
  readonly limitAt: Date | null;
  readonly ownerStaffId: string | null;
  readonly ownerRole: string;
  /** Each level of the chain has this long to take it: owner, nurses on duty, head nurse, doctor on duty. */
  readonly ackMinutes?: number;
}

/**
 * Puts an item on the list. The owner is the person named, or their cover while they are away; with a chain and nobody there,
 * the first level at which somebody is there is asked at once.
 */
export async function open(tx: Tx, wanted: NewItem): Promise<void> {
  const facts = await rosterFacts(tx, wanted.wardId, wanted.ownerStaffId);
  const chained = wanted.ackMinutes !== undefined;
  const level = chained ? firstStaffed('owner', facts) : 'owner';
  const asked = level === 'owner' ? [] : peopleOf(level, facts);
  const row: Omit<ItemRow, 'version'> = {
    id: wanted.id,
    kind: wanted.kind,
    patient_id: wanted.patientId,
    encounter_id: wanted.encounterId,
    ward_id: wanted.wardId,
    ref_kind: wanted.ref.kind,
    ref_id: wanted.ref.id,
    title: wanted.title,
    reason: wanted.reason,
    urgency: wanted.urgency,
    risk: wanted.risk,
    rank: rankOf(wanted),
    window_from: wanted.windowFrom,
    due_at: wanted.dueAt,
    limit_at: wanted.limitAt,
    owner_staff_id: facts.owner,
    owner_role: wanted.ownerRole,
    taken_at: null,
    taken_by: null,
    state: 'open',
    snoozed_until: null,
    ack_minutes: wanted.ackMinutes ?? null,
    level,
    level_since: tx.now,
    asked_rounds: roundsAfter(0, level, asked),
    overdue_at: null,
    first_late_at: null,
    reason_code: null,
    opened_at: tx.now,
    closed_at: null,
    wake_at: null,
  };
  const windowAhead = wanted.windowFrom && wanted.windowFrom > tx.now ? wanted.windowFrom : null;
  const wakeAt = wakeAtOf({ ...escalating(row), windowFrom: windowAhead });
  if (!(await insertItem(tx, { ...row, wake_at: wakeAt }))) return;
  await ask(tx, wanted.id, asked, level);
  const item = await itemById(tx, wanted.id);
  if (!item) return;
  hintItem(tx, item, asked);
  await emitAssigned(tx, item);
}
