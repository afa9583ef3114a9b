import type { PatientRecord } from '../../../../contract/patients.ts';
import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { notFound } from '../../kernel/http/index.ts';
import { civilDate } from '../../kernel/time/index.ts';
import { ownHospital, staffByIds } from '../identity/index.ts';
import { ageOn } from './cards.ts';
import { latestConsents } from './consent.store.ts';
import { relativeRows } from './contact.store.ts';
import { contactsOf } from './contact.ts';
import { holdRows } from './hold.store.ts';
import { identifiersOf } from './identifier.store.ts';
import { patientRow } from './patient.store.ts';
import { presentConsent, presentHold, presentPerson, presentReach } from './present.ts';

/**
 * Everything patients knows of a person, for readers of the full record. `stayId` is the stay they are in or left last: it decides
 * what may be asked. The caller has checked the reach; throws notFound for an id nobody has.
 */
export async function patientRecord(
  tx: Tx,
  scope: Scope,
  patientId: string,
  stayId: string | null,
): Promise<Omit<PatientRecord, 'stays'>> {
  const row = await patientRow(tx, patientId);
  if (!row || scope.identity !== 'full') throw notFound();
  const [consents, holds] = [await latestConsents(tx, [row.id]), await holdRows(tx, [row.id])];
  const staff = await staffByIds(tx, [
    ...holds.map((hold) => hold.set_by),
    ...consents.flatMap((consent) => consent.witness_staff_id ?? []),
  ]);
  const names = new Map(staff.map((one) => [one.id as string, one.name]));
  const { time_zone } = await ownHospital(tx);
  const identifiers = await identifiersOf(tx, [row.id]);
  return {
    patient: presentPerson(row, ageOn(row.born_on, civilDate(tx.now, time_zone))),
    identifiers: identifiers.map(({ type, system, value }) => ({
      type,
      system,
      // Nobody needs the whole national number on a screen.
      value:
        type === 'national-id' ? value.replace(/(?<=^.{4}).+(?=.{4}$)/, (hidden) => '*'.repeat(hidden.length)) : value,
    })),
    contacts: await contactsOf(tx, scope, row.id),
    relatives: await relativeRows(tx, row.id),
    reach: presentReach(row),
    consents: presentConsent(consents, names, stayId),
    holds: holds.map((hold) => presentHold(hold, names)),
  };
}
