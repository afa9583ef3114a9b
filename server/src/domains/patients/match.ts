import { type Scope, staffOf } from '../../kernel/access/index.ts';
import { lookupHash } from '../../kernel/crypto/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { ownersOfPhones, putRelativeRow, relativeRows } from './contact.store.ts';
import { addNumbers, readNumbers } from './contact.ts';
import { markDeceased } from './death.ts';
import { type IdentifierType, identifiersOf, insertIdentifiers, ownersOf } from './identifier.store.ts';
import { insertPatient, lockPatient, type PatientRow, type Sex, updatePerson } from './patient.store.ts';
import { identityConflict, matchRace } from './problems.ts';
import { contradictsIdentifier, contradictsPhone, sameName } from './same-person.ts';

/** A person as a message or a colleague's form describes them. */
export interface PersonSeen {
  /** `ctx.lookupKey`: numbers are looked up by their keyed hash. */
  readonly lookupKey: string;
  readonly identifiers: readonly { readonly system: string; readonly value: string; readonly type: IdentifierType }[];
  readonly name: string;
  readonly sex: Sex;
  readonly bornOn: string | null;
  readonly phones: readonly string[];
  readonly relatives: readonly {
    readonly name: string;
    readonly relationship: string;
    readonly phones: readonly string[];
  }[];
  readonly deceasedAt: Date | null;
  /** Entered by hand: stands until a feed confirms it. */
  readonly provisional?: boolean;
}

export interface Matched {
  readonly patientId: string;
  readonly created: boolean;
  readonly matchedBy: 'identifier' | 'phone-and-name' | 'none';
}

/**
 * Finds the person or registers them: by identifier, else by own phone and the same name, never by name alone. What is new about
 * somebody known is taken over. Throws identityConflict where identifiers contradict each other or the person they point at, and
 * matchRace where another transaction registered the same identifier at the same moment (repeat the work).
 */
export async function matchOrRegister(tx: Tx, scope: Scope, seen: PersonSeen): Promise<Matched> {
  const byIdentifier = await findByIdentifier(tx, seen);
  const known = byIdentifier ?? (await findByPhone(tx, seen));
  const patientId = known?.id ?? newId<'patient'>();
  let changed = !known;
  if (known) changed = await takeOver(tx, known, seen, byIdentifier !== null);
  else await register(tx, patientId, seen);
  changed = (await takeIdentifiers(tx, patientId, seen)) || changed;
  changed = (await addNumbers(tx, seen.lookupKey, patientId, null, seen.phones)) > 0 || changed;
  changed = (await takeRelatives(tx, scope, patientId, seen)) || changed;
  if (!known) await emit(tx, { type: 'patient.registered', lane: patientId, payload: { patientId } });
  else if (changed) await emit(tx, { type: 'patient.updated', lane: patientId, payload: { patientId } });
  if (seen.deceasedAt) await markDeceased(tx, scope, patientId, seen.deceasedAt, 'feed');
  if (changed) tx.hint(`patient:${patientId}`, 'patient', patientId);
  return { patientId, created: !known, matchedBy: byIdentifier ? 'identifier' : known ? 'phone-and-name' : 'none' };
}

/** Record and national numbers decide; insurance and other numbers count only where those say nothing. */
async function findByIdentifier(tx: Tx, seen: PersonSeen): Promise<PatientRow | null> {
  const owners = await ownersOf(tx, seen.identifiers);
  const strong = owners.filter(({ type }) => type === 'medical-record' || type === 'national-id');
  const ids = [...new Set((strong.length > 0 ? strong : owners).map((owner) => owner.patient_id))];
  if (ids.length > 1) throw identityConflict();
  const known = ids[0] ? await lockPatient(tx, ids[0]) : null;
  if (!known) return null;
  const traits = { ...traitsOf(known), identifiers: await identifiersOf(tx, [known.id]) };
  if (contradictsIdentifier(seen, traits)) throw identityConflict();
  return known;
}

async function findByPhone(tx: Tx, seen: PersonSeen): Promise<PatientRow | null> {
  const numbers = await readNumbers(tx, seen.phones);
  const people = (
    await ownersOfPhones(
      tx,
      numbers.map((number) => lookupHash(seen.lookupKey, number)),
    )
  ).filter((person) => sameName(person.name, seen.name));
  if (people.length === 0) return null;
  const held = await identifiersOf(
    tx,
    people.map(({ id }) => id),
  );
  const fitting = people.filter(
    (person) =>
      !contradictsPhone(seen, {
        ...traitsOf(person),
        identifiers: held.filter(({ patient_id }) => patient_id === person.id),
      }),
  );
  // Two that fit equally well: a new record can be merged later, a wrong match cannot be taken apart.
  const [only] = fitting;
  return only && fitting.length === 1 ? lockPatient(tx, only.id) : null;
}

const traitsOf = (row: PatientRow) => ({ name: row.name, sex: row.sex, bornOn: row.born_on });

async function register(tx: Tx, id: string, seen: PersonSeen): Promise<void> {
  await insertPatient(tx, {
    id,
    name: seen.name,
    sex: seen.sex,
    born_on: seen.bornOn,
    provisional: seen.provisional ?? false,
  });
}

/** A form only fills what is missing; a feed corrects. */
async function takeOver(tx: Tx, known: PatientRow, seen: PersonSeen, byIdentifier: boolean): Promise<boolean> {
  const corrects = !seen.provisional;
  const next = {
    id: known.id,
    name: corrects && byIdentifier && seen.name ? seen.name : known.name,
    sex: seen.sex !== 'unknown' && (corrects || known.sex === 'unknown') ? seen.sex : known.sex,
    born_on: corrects ? (seen.bornOn ?? known.born_on) : (known.born_on ?? seen.bornOn),
    provisional: known.provisional && !corrects,
  };
  const same =
    next.name === known.name &&
    next.sex === known.sex &&
    next.born_on === known.born_on &&
    next.provisional === known.provisional;
  if (!same) await updatePerson(tx, next);
  return !same;
}

async function takeIdentifiers(tx: Tx, patientId: string, seen: PersonSeen): Promise<boolean> {
  const owned = await ownersOf(tx, seen.identifiers);
  const fresh = seen.identifiers.filter(
    (one) => !owned.some((have) => have.system === one.system && have.value === one.value),
  );
  const added = await insertIdentifiers(
    tx,
    fresh.map((one) => ({ ...one, patient_id: patientId })),
  );
  if (added < new Set(fresh.map((one) => `${one.system}\n${one.value}`)).size) throw matchRace();
  return added > 0;
}

async function takeRelatives(tx: Tx, scope: Scope, patientId: string, seen: PersonSeen): Promise<boolean> {
  if (seen.relatives.length === 0) return false;
  const known = await relativeRows(tx, patientId);
  let changed = false;
  for (const relative of seen.relatives) {
    const have = known.find((one) => sameName(one.name, relative.name) && one.relationship === relative.relationship);
    const id = have?.id ?? newId();
    if (!have) {
      const source = staffOf(scope) ? 'staff' : 'feed';
      await putRelativeRow(tx, patientId, { id, name: relative.name, relationship: relative.relationship, source });
      changed = true;
    }
    changed = (await addNumbers(tx, seen.lookupKey, patientId, id, relative.phones)) > 0 || changed;
  }
  return changed;
}
