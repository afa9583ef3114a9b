import type { PatientCard } from '../../../../contract/patients.ts';
import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { ageInYears, civilDate } from '../../kernel/time/index.ts';
import { ownHospital } from '../identity/index.ts';
import { cardRows, type Sex } from './patient.store.ts';
import { showCard } from './shown.ts';

/** Cards of these people as this reader may see them, by the id asked for; ids nobody has are left out. */
export async function patientCards(tx: Tx, scope: Scope, ids: readonly string[]): Promise<Map<string, PatientCard>> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return new Map();
  const { time_zone } = await ownHospital(tx);
  const today = civilDate(tx.now, time_zone);
  return new Map(
    (await cardRows(tx, asked)).map((row) => [
      row.asked_id,
      showCard(scope.identity, {
        id: row.id,
        name: row.name,
        sex: row.sex as Sex,
        age: ageOn(row.born_on, today),
        wish: row.form_of_address,
        elder: row.elder_mode,
      }),
    ]),
  );
}

/** Completed years; null where the birth date is unknown or lies ahead (a typing mistake of the feed). */
export function ageOn(bornOn: string | null, today: string): number | null {
  return bornOn && bornOn <= today ? ageInYears(bornOn, today) : null;
}
