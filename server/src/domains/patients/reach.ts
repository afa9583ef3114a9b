import type { z } from 'zod';
import type { putReach, putRelative } from '../../../../contract/patients.ts';
import type { Scope } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { notFound, stale } from '../../kernel/http/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { deleteRelative, putRelativeRow, removeContacts } from './contact.store.ts';
import { addNumbers, readNumbers } from './contact.ts';
import { updateReach } from './patient.store.ts';
import { phoneUnreadable } from './problems.ts';

type Reach = z.output<NonNullable<typeof putReach.body>>;
type Relative = z.output<NonNullable<typeof putRelative.body>>;

/** Saves how this patient is reached, with the numbers of their own in order. Throws stale where a colleague was faster. */
export async function saveReach(
  tx: Tx,
  scope: Scope,
  lookupKey: string,
  patientId: string,
  reach: Reach,
): Promise<number> {
  await mustRead(tx, reach.phones);
  const saved = await updateReach(tx, patientId, reach.version, {
    form_of_address: reach.formOfAddress,
    preferred_from: reach.preferredFrom,
    preferred_to: reach.preferredTo,
    reach_channel: reach.channel,
    reach_notes: reach.notes,
    elder_mode: reach.elderMode,
  });
  if (!saved) throw stale();
  await removeContacts(tx, patientId, null);
  await addNumbers(tx, lookupKey, patientId, null, reach.phones);
  await changed(tx, scope, patientId, 'patients.reach-put', { kind: 'patient', id: patientId });
  return reach.version + 1;
}

/** Adds or changes a relative with their numbers. */
export async function saveRelative(
  tx: Tx,
  scope: Scope,
  lookupKey: string,
  patientId: string,
  id: string,
  relative: Relative,
): Promise<void> {
  await mustRead(tx, relative.phones);
  const { name, relationship } = relative;
  if (!(await putRelativeRow(tx, patientId, { id, name, relationship, source: 'staff' }))) throw notFound();
  await removeContacts(tx, patientId, id);
  await addNumbers(tx, lookupKey, patientId, id, relative.phones);
  await changed(tx, scope, patientId, 'patients.relative-put', { kind: 'relative', id });
}

/** Takes a relative and their numbers off the record; throws notFound where there is none. */
export async function dropRelative(tx: Tx, scope: Scope, patientId: string, id: string): Promise<void> {
  await removeContacts(tx, patientId, id);
  if (!(await deleteRelative(tx, patientId, id))) throw notFound();
  await changed(tx, scope, patientId, 'patients.relative-removed', { kind: 'relative', id });
}

async function mustRead(tx: Tx, phones: readonly string[]): Promise<void> {
  for (const phone of phones)
    if (phone.trim() !== '' && (await readNumbers(tx, [phone])).length === 0) throw phoneUnreadable();
}

async function changed(
  tx: Tx,
  scope: Scope,
  patientId: string,
  action: string,
  subject: { kind: string; id: string },
): Promise<void> {
  await audit(tx, scope, { action, subject, patientId });
  await emit(tx, { type: 'patient.updated', lane: patientId, payload: { patientId } });
  tx.hint(`patient:${patientId}`, 'patient', patientId);
}
