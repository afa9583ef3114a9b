import type { EventHandler } from '../../kernel/http/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { ask } from './asked.store.ts';
import { nextEscalation } from './escalation.ts';
import { ITEM_OVERDUE, type ItemOverdue } from './events.ts';
import { rosterFacts } from './facts.ts';
import { lockItem } from './item.store.ts';
import { aboutItem, emitAssigned, escalating, putItem } from './item.ts';

/**
 * What time does to an item: its window opens, its snooze ends, nobody took it, it is late. The row is read again and locked; run
 * twice, the second run finds nothing expired.
 */
export const onItemWoken: EventHandler = async (tx, event) => {
  const item = await lockItem(tx, String(event.payload.id));
  if (!item || (item.state !== 'open' && item.state !== 'snoozed')) return;
  const facts = await rosterFacts(tx, item.ward_id, item.owner_staff_id);
  const step = nextEscalation(escalating(item), facts, tx.now);
  // An owner who is away hands over to their cover; with nobody named the item stays theirs and the ward sees it.
  const owner = facts.owner ?? item.owner_staff_id;
  const handedOver = owner !== item.owner_staff_id;
  const saved = await putItem(
    tx,
    {
      ...item,
      state: step.state,
      snoozed_until: step.state === 'snoozed' ? item.snoozed_until : null,
      owner_staff_id: owner,
      taken_at: handedOver ? null : item.taken_at,
      taken_by: handedOver ? null : item.taken_by,
      level: step.level,
      level_since: step.moved ? tx.now : item.level_since,
      asked_rounds: step.rounds,
      overdue_at: step.becameOverdue ? tx.now : item.overdue_at,
      first_late_at: step.becameOverdue ? (item.first_late_at ?? tx.now) : item.first_late_at,
      urgency: step.becameOverdue && item.urgency < 2 ? 2 : item.urgency,
    },
    step.ask,
  );
  await ask(tx, item.id, step.ask, step.becameOverdue ? 'head-nurse' : step.level);
  // A look round that found nobody to ask is no news.
  const askedOn = step.moved && (step.level !== item.level || step.ask.length > 0);
  if (handedOver || askedOn) await emitAssigned(tx, saved);
  if (step.becameOverdue) {
    const payload: ItemOverdue = { ...aboutItem(saved), dueAt: saved.due_at.toISOString() };
    await emit(tx, { type: ITEM_OVERDUE, lane: saved.patient_id, payload });
  }
};
