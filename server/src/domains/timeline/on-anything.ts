import type { EventHandler } from '../../kernel/http/index.ts';
import type { DomainEvent } from '../../kernel/outbox/index.ts';
import { resolvePatient } from '../patients/index.ts';
import { makesALine } from './kinds.ts';
import { insertEntry, moveEntries } from './store.ts';

/** Writes one line for whatever happened around a patient. The words are found when the page is read. */
export const onAnything: EventHandler = async (tx, event) => {
  if (event.type === 'patient.merged') {
    const from = String(event.payload.from);
    const survivor = await resolvePatient(tx, from);
    if (survivor !== null && survivor !== from) await moveEntries(tx, from, survivor);
  }
  if (!makesALine(event.type, event.payload)) return;
  const about = String(event.payload.patientId ?? event.payload.into ?? event.lane);
  const patientId = (await resolvePatient(tx, about)) ?? about;
  const isNew = await insertEntry(tx, patientId, {
    event_id: event.id,
    occurred_at: happenedAt(event),
    kind: event.type,
    data: event.payload,
  });
  if (isNew) tx.hint(`patient:${patientId}`, 'timeline', event.id);
};

/** The instant a stay itself gives, under its name in the payload. */
const OWN_TIME: Readonly<Record<string, string>> = {
  'encounter.admitted': 'admittedAt',
  'encounter.discharged': 'dischargedAt',
};

/** A stay begins and ends where the patient came and left, however late we heard of it; all else stands at the event's own time. */
function happenedAt({ type, payload, occurredAt }: DomainEvent): Date {
  const said = payload[OWN_TIME[type] ?? ''];
  return typeof said === 'string' ? new Date(said) : occurredAt;
}
