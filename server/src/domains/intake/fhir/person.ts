import type { CodeableConcept, HumanName, Patient, RelatedPerson } from '@medplum/fhirtypes';
import { conceptText, nameText, pickName } from '../../../../../protocols/fhir/index.ts';
import { identifierSystem, identifierType, sexOf } from '../codes.ts';
import {
  BrokenMessage,
  type FeedFacts,
  type IdentifierClaim,
  type PersonClaim,
  type RelativeClaim,
} from '../stay-message.ts';
import { isObject, listAt, objectAt, textAt } from './json.ts';
import { dateOf, timeOf } from './time.ts';

/** A Patient (and the people related to it) as a person. Throws BrokenMessage where nobody can be told from it. */
export function personOf(
  patient: Patient,
  relatives: readonly RelatedPerson[],
  path: string,
  feed: FeedFacts,
): PersonClaim {
  const identifiers = listAt(patient, 'identifier').flatMap((one, at) => identifierOf(one, at === 0, feed));
  if (identifiers.length === 0) throw new BrokenMessage('no-patient-id', `${path}.identifier`);
  const name = nameText(pickName(listAt(patient, 'name') as HumanName[]));
  if (name === undefined) throw new BrokenMessage('no-name', `${path}.name`);
  return {
    identifiers,
    name,
    sex: sexOf(textAt(patient, 'gender')),
    bornOn: dateOf(patient.birthDate),
    phones: phonesOf(patient),
    relatives: [...relatives.flatMap(relativeOf), ...listAt(patient, 'contact').flatMap(contactOf)],
    deceasedAt: timeOf(patient.deceasedDateTime, `${path}.deceasedDateTime`, feed.timeZone),
  };
}

/** True where the Patient says that the person has died. */
export const saysDied = (patient: Patient): boolean =>
  patient.deceasedBoolean === true || typeof patient.deceasedDateTime === 'string';

function identifierOf(one: unknown, first: boolean, feed: FeedFacts): IdentifierClaim[] {
  const value = textAt(one, 'value');
  if (value === undefined || textAt(one, 'use') === 'old') return [];
  const code = listAt(objectAt(one, 'type'), 'coding')
    .map((coding) => textAt(coding, 'code'))
    .find((found) => found !== undefined);
  const type = code === undefined && first ? 'medical-record' : identifierType(code);
  return [{ system: identifierSystem(textAt(one, 'system'), type, feed.identifierSystems), value, type }];
}

/** Telephone numbers that are not old, lowest rank first, in the order sent. */
function phonesOf(holder: unknown): string[] {
  const usable = listAt(holder, 'telecom').filter(
    (one) => (textAt(one, 'system') ?? 'phone') === 'phone' && textAt(one, 'use') !== 'old',
  );
  const rank = (one: (typeof usable)[number]): number =>
    typeof one['rank'] === 'number' ? one['rank'] : Number.MAX_SAFE_INTEGER;
  const numbers = usable.sort((a, b) => rank(a) - rank(b)).flatMap((one) => textAt(one, 'value') ?? []);
  return [...new Set(numbers)];
}

function relativeOf(related: RelatedPerson): RelativeClaim[] {
  const name = nameText(pickName(listAt(related, 'name') as HumanName[]));
  if (name === undefined) return [];
  const concept = listAt(related, 'relationship')[0] as CodeableConcept | undefined;
  return [{ name, relationship: conceptText(concept) ?? '', phones: phonesOf(related) }];
}

/** Patient.contact, where senders without RelatedPerson put the family. */
function contactOf(contact: unknown): RelativeClaim[] {
  const said = objectAt(contact, 'name');
  const name = isObject(said) ? nameText(said as HumanName) : undefined;
  if (name === undefined) return [];
  const concept = listAt(contact, 'relationship')[0] as CodeableConcept | undefined;
  return [{ name, relationship: conceptText(concept) ?? '', phones: phonesOf(contact) }];
}
