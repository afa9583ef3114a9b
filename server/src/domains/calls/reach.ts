import type { AttemptWho } from '../../../../contract/calls.ts';
import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { contactsOf, patientRecord } from '../patients/index.ts';

export interface Reach {
  readonly phones: readonly {
    readonly who: AttemptWho;
    readonly name: string;
    readonly relationship: string | null;
    readonly phone: string;
  }[];
  /** Whom there is a number for. */
  readonly known: readonly AttemptWho[];
  readonly from: string | null;
  readonly to: string | null;
  readonly notes: string | null;
}

const RELATIVES: readonly AttemptWho[] = ['relative', 'alternate-1', 'alternate-2'];

/**
 * Numbers in the order they are tried: the patient's own, the first relative who speaks for them, then two further people as
 * alternates; and the hours the person prefers.
 */
export async function reachOf(tx: Tx, scope: Scope, patientId: string): Promise<Reach> {
  const { patient, reach } = await patientRecord(tx, scope, patientId, null);
  const contacts = await contactsOf(tx, scope, patientId);
  const people = [...new Set(contacts.flatMap(({ relative }) => (relative ? [relative.id] : [])))];
  const phones = contacts.flatMap(({ phone, relative }): Reach['phones'] => {
    if (!relative) return [{ who: 'patient', name: patient.name, relationship: null, phone }];
    const who = RELATIVES[people.indexOf(relative.id)];
    return who ? [{ who, name: relative.name, relationship: relative.relationship, phone }] : [];
  });
  return {
    phones,
    known: [...new Set(phones.map(({ who }) => who))],
    from: reach.preferredFrom,
    to: reach.preferredTo,
    notes: reach.notes,
  };
}
