import type { Scope } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { insertConsent } from './consent.store.ts';
import { decisionsOf, stricter } from './consent.ts';
import { PURPOSES } from './consent-text.ts';
import { markDeceased } from './death.ts';
import { inheritReach, makeAlias, moveRows } from './merge.store.ts';
import { lockPatient, standsFor } from './patient.store.ts';

/**
 * Makes two records one person (ADT^A40): rows move to `into`, `from` stays as an alias, of two decisions the stricter holds, a
 * death or hold of either is one of both. Other domains move their rows on `patient.merged`. Merging what is one already, or an id
 * nobody has, changes nothing; returns whether anything was merged.
 */
export async function mergePatients(tx: Tx, scope: Scope, fromId: string, intoId: string): Promise<boolean> {
  const [from, into] = [await standsFor(tx, fromId), await standsFor(tx, intoId)];
  if (!from || !into || from === into) return false;
  // Locked in one order whoever merges, so that two merges cannot wait for each other.
  const [first, second] = [from, into].sort() as [string, string];
  const rows = [await lockPatient(tx, first), await lockPatient(tx, second)];
  const [gone, stays] = [rows.find((row) => row?.id === from), rows.find((row) => row?.id === into)];
  if (!gone || !stays || gone.merged_into || stays.merged_into) return mergePatients(tx, scope, from, into);
  await inheritReach(tx, from, into);
  await keepStricter(tx, from, into);
  await moveRows(tx, from, into);
  await makeAlias(tx, from, into);
  await emit(tx, { type: 'patient.merged', lane: into, payload: { from, into } });
  await audit(tx, scope, {
    action: 'patients.merged',
    subject: { kind: 'patient', id: into },
    patientId: into,
    detail: { from },
  });
  if (gone.deceased_at && !stays.deceased_at)
    await markDeceased(tx, scope, into, gone.deceased_at, gone.deceased_source === 'staff' ? 'staff' : 'feed');
  for (const id of [from, into]) tx.hint(`patient:${id}`, 'patient', into);
  return true;
}

/** Decisions are only ever added: the stricter one of `from` is written down again for `into`, with the evidence it had. */
async function keepStricter(tx: Tx, from: string, into: string): Promise<void> {
  const decisions = await decisionsOf(tx, [from, into]);
  for (const purpose of PURPOSES) {
    const [theirs, own] = [from, into].map((id) => decisions.get(id)?.find((row) => row.purpose === purpose));
    const holds = stricter(own, theirs);
    if (!holds || holds === own) continue;
    await insertConsent(tx, { ...holds, id: newId(), patient_id: into, decided_at: tx.now });
    await emit(tx, { type: `consent.${holds.state}`, lane: into, payload: { patientId: into, purpose } });
  }
}
