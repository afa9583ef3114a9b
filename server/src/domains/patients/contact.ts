import type { z } from 'zod';
import type { Contact } from '../../../../contract/patients.ts';
import type { Scope } from '../../kernel/access/index.ts';
import { lookupHash } from '../../kernel/crypto/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { listWards } from '../identity/index.ts';
import { contactRows, insertContacts, relativeRows } from './contact.store.ts';
import { normalisePhone } from './phone.ts';

/** The numbers of `texts` that can be dialled; landlines without area code are taken to be of the hospital's city. */
export async function readNumbers(tx: Tx, texts: readonly string[]): Promise<string[]> {
  const numbers: string[] = [];
  let area: string | undefined;
  for (const text of texts) {
    if (text.trim() === '') continue;
    let number = normalisePhone(text);
    if (!number) {
      area ??= await homeArea(tx);
      number = normalisePhone(text, area);
    }
    if (number && !numbers.includes(number)) numbers.push(number);
  }
  return numbers;
}

/** Area code of the hospital's own wards (`021`); empty where no ward has a landline. */
async function homeArea(tx: Tx): Promise<string> {
  for (const ward of await listWards(tx)) {
    const number = ward.phone && normalisePhone(ward.phone);
    const area = number && /^\+86(10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/.exec(number)?.[1];
    if (area) return `0${area}`;
  }
  return '';
}

/** Adds numbers behind those that are there; unreadable ones are left out. Returns how many were new. */
export async function addNumbers(
  tx: Tx,
  lookupKey: string,
  patientId: string,
  relativeId: string | null,
  texts: readonly string[],
): Promise<number> {
  const numbers = await readNumbers(tx, texts);
  return insertContacts(
    tx,
    numbers.map((value, at) => ({
      id: newId(),
      patient_id: patientId,
      related_person_id: relativeId,
      value,
      value_hmac: lookupHash(lookupKey, value),
      rank: at + 1,
    })),
  );
}

/** Numbers in the order they are tried: the patient's own first, then the relatives'. Only for readers of the full record. */
export async function contactsOf(tx: Tx, scope: Scope, patientId: string): Promise<z.infer<typeof Contact>[]> {
  if (scope.identity !== 'full') return [];
  const [contacts, relatives] = [await contactRows(tx, patientId), await relativeRows(tx, patientId)];
  return contacts.map((row) => {
    const relative = relatives.find(({ id }) => id === row.related_person_id);
    return {
      id: row.id,
      phone: row.value,
      rank: row.rank,
      relative: relative ? { id: relative.id, name: relative.name, relationship: relative.relationship } : null,
    };
  });
}
