import type { Tx } from '../../kernel/db/index.ts';
import type { EncounterRow } from '../encounters/index.ts';
import { presentOrCover, whoIsOnDuty } from '../identity/index.ts';

export type OwnerKind = 'nurse' | 'doctor';

export interface Owner {
  /** Null where nobody is on duty: the chain begins with the first level at which somebody is. */
  readonly staffId: string | null;
  readonly role: OwnerKind;
}

/** Whose an alert is by the pack's word; whoever is neither nurse nor doctor is not on the ward's roster, so the nurse stands in. */
export const ownerKindOf = (packOwner: string): OwnerKind => (packOwner === 'attending-doctor' ? 'doctor' : 'nurse');

/**
 * One person who is on duty now, so that a fresh alert never belongs to a group: the stay's own doctor or nurse (or their cover)
 * while on duty, else the first of the ward's roster. Where no doctor is on duty, a nurse takes a doctor's alert, not the night.
 */
export async function ownerOnDuty(
  tx: Tx,
  stay: Pick<EncounterRow, 'ward_id' | 'attending_staff_id' | 'nurse_staff_id'> | null,
  wanted: OwnerKind,
): Promise<Owner> {
  if (!stay?.ward_id) return { staffId: null, role: wanted };
  if (wanted === 'doctor') {
    const doctor = await firstOnDuty(tx, stay.ward_id, 'doctor', stay.attending_staff_id);
    if (doctor) return { staffId: doctor, role: 'doctor' };
  }
  return { staffId: await firstOnDuty(tx, stay.ward_id, 'nurse', stay.nurse_staff_id), role: 'nurse' };
}

async function firstOnDuty(tx: Tx, wardId: string, duty: OwnerKind, own: string | null): Promise<string | null> {
  const present = own ? await presentOrCover(tx, own, tx.now) : null;
  // The stay's own person counts under any duty: a head nurse may be somebody's nurse.
  if (present && (await whoIsOnDuty(tx, wardId, tx.now)).includes(present)) return present;
  return (await whoIsOnDuty(tx, wardId, tx.now, duty))[0] ?? null;
}
