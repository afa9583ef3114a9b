import type { CodeableConcept, Encounter, Patient, RelatedPerson } from '@medplum/fhirtypes';
import { type BundleIndex, conceptText, resolve, resourcesOf } from '../../../../../protocols/fhir/index.ts';
import { classOf, dispositionOf } from '../codes.ts';
import { BrokenMessage, type FeedFacts, type Mapped, mapping, type StayClaim, type StayKind } from '../stay-message.ts';
import { diagnosesOf, medicinesOf, proceduresOf, staffNoOf, surgeonOf } from './findings.ts';
import { listAt, objectAt, textAt } from './json.ts';
import { personOf, saysDied } from './person.ts';
import { dateOf, timeOf } from './time.ts';

/** What a FHIR bundle means: the same as the HL7 message that tells the same. Pure. */
export function mapFhir(bundle: BundleIndex, feed: FeedFacts): Mapped {
  return mapping(() => {
    const encounters = resourcesOf(bundle, 'Encounter');
    const [encounter, second] = encounters;
    if (second !== undefined) throw new BrokenMessage('several-stays', 'Bundle.entry');
    const patient = encounter ? subjectOf(bundle, encounter) : theOnlyPatient(bundle);
    if (patient === null) return { kind: 'ignored', reason: 'type-not-used' };
    const relatives: RelatedPerson[] = resourcesOf(bundle, 'RelatedPerson');
    const person = personOf(patient, relatives, 'Patient', feed);
    const stay = encounter ? stayOf(bundle, encounter, feed) : null;
    return { kind: 'stay', person, stay, died: saysDied(patient) ? 'yes' : 'not-said' };
  });
}

function subjectOf(bundle: BundleIndex, encounter: Encounter): Patient {
  const holder = (bundle.byType.get('Encounter') ?? []).find(({ resource }) => resource === encounter);
  const found = resolve(bundle, encounter.subject, { resource: encounter, fullUrl: holder?.fullUrl ?? null });
  if (!found.ok || found.resource.resourceType !== 'Patient') throw new BrokenMessage('reference', 'Encounter.subject');
  return found.resource;
}

function theOnlyPatient(bundle: BundleIndex): Patient | null {
  const [patient, second] = resourcesOf(bundle, 'Patient');
  return patient !== undefined && second === undefined ? patient : null;
}

/** The number of the visit: an identifier of type VN, else the first. */
export function visitNumberOf(encounter: Encounter): string | undefined {
  const all = listAt(encounter, 'identifier').filter((one) => textAt(one, 'value') !== undefined);
  const typed = all.find((one) =>
    listAt(objectAt(one, 'type'), 'coding').some((coding) => textAt(coding, 'code') === 'VN'),
  );
  return textAt(typed ?? all[0], 'value');
}

/** A message bundle may name the HL7 event; else the status of the encounter tells. */
export function kindOf(bundle: BundleIndex, encounter: Encounter): StayKind {
  const header = resourcesOf(bundle, 'MessageHeader')[0];
  switch (textAt(objectAt(header, 'eventCoding'), 'code')) {
    case 'A02':
    case 'A12':
      return 'transfer';
    case 'A08':
      return 'update';
    case 'A11':
      return 'cancel-admit';
    case 'A13':
      return 'cancel-discharge';
  }
  switch (textAt(encounter, 'status')) {
    case 'finished':
      return 'discharge';
    case 'in-progress':
    case 'arrived':
    case 'triaged':
    case 'planned':
      return 'admit';
    case 'cancelled':
    case 'entered-in-error':
      return 'cancel-admit';
    default:
      return 'update';
  }
}

function stayOf(bundle: BundleIndex, encounter: Encounter, feed: FeedFacts): StayClaim {
  const { timeZone } = feed;
  const visitNo = visitNumberOf(encounter);
  if (visitNo === undefined) throw new BrokenMessage('no-visit-number', 'Encounter.identifier');
  const kind = kindOf(bundle, encounter);
  const procedures = proceduresOf(bundle, timeZone);
  const diagnoses = diagnosesOf(bundle, encounter);
  const medicines = medicinesOf(bundle);
  const code = textAt(objectAt(encounter, 'class'), 'code');
  const found = code === undefined ? null : classOf(code, (procedures?.length ?? 0) > 0);
  if (found === null) throw new BrokenMessage('class-unknown', 'Encounter.class');
  const period = objectAt(encounter, 'period');
  const dischargedAt = timeOf(textAt(period, 'end'), 'Encounter.period.end', timeZone);
  if (kind === 'discharge' && dischargedAt === null)
    throw new BrokenMessage('no-discharge-time', 'Encounter.period.end');
  return {
    kind,
    visitNo,
    ...found,
    planned: found.planned || textAt(encounter, 'status') === 'planned',
    ...placeOf(bundle, encounter),
    admittedAt: timeOf(textAt(period, 'start'), 'Encounter.period.start', timeZone),
    expectedDischargeOn: dateOf(expectedEnd(encounter)),
    dischargedAt: kind === 'discharge' || kind === 'update' ? dischargedAt : null,
    ...dispositionAt(encounter, kind, feed),
    urgentAdmission: urgencyOf(encounter),
    attendingStaffNo: attendingOf(bundle, encounter) ?? surgeonOf(bundle),
    surgeryAt: procedures?.find((one) => one.performedAt !== null)?.performedAt ?? null,
    reason: conceptText(listAt(encounter, 'reasonCode')[0] as CodeableConcept | undefined) ?? null,
    ...(diagnoses === undefined ? {} : { diagnoses }),
    ...(procedures === undefined ? {} : { procedures }),
    ...(medicines === undefined ? {} : { medicines }),
    medicinesMode: 'replace',
  };
}

/** The ward's code is the location's identifier (or its display where nothing else is sent); a location of type bd is the bed. */
function placeOf(bundle: BundleIndex, encounter: Encounter): { wardCode: string | null; bed: string | null } {
  const places = listAt(encounter, 'location')
    .filter((one) => textAt(one, 'status') !== 'completed' || textAt(encounter, 'status') === 'finished')
    .map((one) => {
      const reference = objectAt(one, 'location');
      const found = resolve(bundle, reference, { resource: encounter });
      const resource = found.ok ? found.resource : undefined;
      const code =
        textAt(objectAt(reference, 'identifier'), 'value') ??
        listAt(resource, 'identifier').flatMap((each) => textAt(each, 'value') ?? [])[0] ??
        textAt(reference, 'display');
      const kind = textAt(
        listAt(objectAt(one, 'physicalType') ?? objectAt(resource, 'physicalType'), 'coding')[0],
        'code',
      );
      return { code: code ?? null, isBed: kind === 'bd' };
    });
  return {
    wardCode: places.filter(({ isBed }) => !isBed).at(-1)?.code ?? null,
    bed: places.filter(({ isBed }) => isBed).at(-1)?.code ?? null,
  };
}

/** R4 has no field for it; senders use R5's plannedEndDate or the extension that backports it. */
function expectedEnd(encounter: Encounter): string | undefined {
  const extension = listAt(encounter, 'extension').find((one) =>
    textAt(one, 'url')?.endsWith('Encounter.plannedEndDate'),
  );
  return textAt(encounter, 'plannedEndDate') ?? textAt(extension, 'valueDateTime');
}

function dispositionAt(encounter: Encounter, kind: StayKind, feed: FeedFacts) {
  const concept = objectAt(objectAt(encounter, 'hospitalization'), 'dischargeDisposition');
  const code = listAt(concept, 'coding').flatMap((coding) => textAt(coding, 'code') ?? [])[0];
  if (code === undefined || (kind !== 'discharge' && kind !== 'update'))
    return { disposition: null, dispositionCode: null };
  const disposition = dispositionOf(code, feed.dispositionCodes);
  if (disposition === null)
    throw new BrokenMessage('disposition-unknown', 'Encounter.hospitalization.dischargeDisposition');
  return { disposition, dispositionCode: code };
}

/** v3-ActPriority: EM emergency, UR urgent, A as soon as possible, R routine, EL elective. */
function urgencyOf(encounter: Encounter): boolean | null {
  const code = textAt(listAt(objectAt(encounter, 'priority'), 'coding')[0], 'code');
  return code === undefined ? null : ['EM', 'UR', 'A', 'S', 'E', 'U'].includes(code);
}

function attendingOf(bundle: BundleIndex, encounter: Encounter): string | undefined {
  const people = listAt(encounter, 'participant');
  const attending = people.find((one) =>
    listAt(one, 'type').some((type) => listAt(type, 'coding').some((coding) => textAt(coding, 'code') === 'ATND')),
  );
  return staffNoOf(bundle, objectAt(attending ?? people[0], 'individual'), encounter);
}
