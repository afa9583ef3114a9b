import { type BundleIndex, resourcesOf } from '../../../../../protocols/fhir/index.ts';
import { type Envelope, shortText } from '../envelope.ts';
import { BrokenMessage } from '../stay-message.ts';
import { listAt, textAt } from './json.ts';
import { kindOf, visitNumberOf } from './map-fhir.ts';
import { timeOf } from './time.ts';

/** The envelope of a bundle; `json` is the bundle as it was parsed. */
export function envelopeOf(bundle: BundleIndex, json: unknown, timeZone: string): Envelope {
  const encounter = resourcesOf(bundle, 'Encounter')[0];
  const patient = resourcesOf(bundle, 'Patient')[0];
  const first = listAt(patient, 'identifier').flatMap((one) => textAt(one, 'value') ?? [])[0];
  const visitNo = shortText(encounter && visitNumberOf(encounter));
  return {
    format: 'fhir',
    type: `Bundle^${bundle.type}`,
    controlId: shortText(bundle.identity),
    laneKey: first ?? visitNo,
    visitNo,
    sentAt: sentAt(json, timeZone),
    discharge: encounter !== undefined && kindOf(bundle, encounter) === 'discharge',
  };
}

function sentAt(json: unknown, zone: string): Date | null {
  try {
    return timeOf(textAt(json, 'timestamp'), 'Bundle.timestamp', zone);
  } catch (error) {
    if (error instanceof BrokenMessage) return null;
    throw error;
  }
}
