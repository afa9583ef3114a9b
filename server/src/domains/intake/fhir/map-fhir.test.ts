import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBundle } from '../../../../../protocols/fhir/index.ts';
import { parseBytes } from '../../../../../protocols/hl7v2/index.ts';
import { example, ZONE } from '../../../../test/hl7.ts';
import { kneeBundle } from '../fhir.testing.ts';
import { mapAdt } from '../hl7/map-adt.ts';
import { mapFhir } from './map-fhir.ts';

const NOW = new Date('2031-03-03T00:00:00Z');
const FEED = { timeZone: ZONE, dispositionCodes: {}, identifierSystems: {} };

function map(json: unknown) {
  const result = readBundle(json);
  if (!result.ok) throw new Error(result.error.code);
  return mapFhir(result.bundle, FEED);
}
/** The bundle with one piece of its JSON replaced. */
function changed(from: string, to: string): unknown {
  const text = JSON.stringify(kneeBundle(NOW));
  if (!text.includes(from)) throw new Error(`the bundle does not hold ${from}`);
  return JSON.parse(text.replace(from, to));
}

describe('mapFhir', () => {
  test.each([
    ['no visit number', '"value":"ZY20260001",', '', 'no-visit-number', 'Encounter.identifier'],
    ['no patient number', '"value":"MR20260001",', '', 'no-patient-id', 'Patient.identifier'],
    [
      'a patient that is not there',
      '"subject":{"reference":"Patient/p1"},"priority"',
      '"subject":{"reference":"Patient/p2"},"priority"',
      'reference',
      'Encounter.subject',
    ],
    ['a class nobody knows', '"code":"IMP"', '"code":"XYZ"', 'class-unknown', 'Encounter.class'],
    [
      'a disposition nobody has said',
      '"code":"home"',
      '"code":"elsewhere"',
      'disposition-unknown',
      'Encounter.hospitalization.dischargeDisposition',
    ],
    [
      'an end that is no time',
      `"end":"2031-03-02T01:00:00.000Z"`,
      '"end":"yesterday"',
      'time-unreadable',
      'Encounter.period.end',
    ],
  ])('refuses %s', (_, from, to, code, place) => {
    expect(map(changed(from, to))).toMatchObject({ kind: 'broken', code, path: place });
  });

  test('means the same as the HL7 message of the same stay', () => {
    const { result } = parseBytes(example('knee-discharge', NOW));
    if (!result.ok) throw new Error(result.error.code);
    const fhir = map(kneeBundle(NOW));
    const hl7 = mapAdt(result.message, FEED);
    if (fhir.kind !== 'stay' || hl7.kind !== 'stay') throw new Error('not mapped to stays');
    expect(fhir).toEqual({ ...hl7, stay: { ...hl7.stay, dispositionCode: 'home' } });
  });

  test('status and event give the kind', () => {
    expect(map(kneeBundle(NOW, { status: 'in-progress', end: false }))).toMatchObject({
      stay: { kind: 'admit', dischargedAt: null },
    });
    expect(map(kneeBundle(NOW, { status: 'cancelled' }))).toMatchObject({ stay: { kind: 'cancel-admit' } });
    expect(map(changed('"gender":"female"', '"gender":"female","deceasedBoolean":true'))).toMatchObject({
      died: 'yes',
    });
    expect(map({ resourceType: 'Bundle', type: 'collection', entry: [] })).toEqual({
      kind: 'ignored',
      reason: 'type-not-used',
    });
  });

  test('every public example gets a meaning and none throws', () => {
    const folder = path.resolve(import.meta.dirname, '../../../../../protocols/fhir/fixtures');
    const bundles = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const kinds = bundles.map((name) => {
      const resource: unknown = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
      const isBundle = (resource as { resourceType: string }).resourceType === 'Bundle';
      const result = readBundle(
        isBundle ? resource : { resourceType: 'Bundle', type: 'collection', entry: [{ resource }] },
      );
      return result.ok ? mapFhir(result.bundle, FEED).kind : 'refused';
    });
    expect(kinds.length).toBeGreaterThan(20);
    expect(new Set(kinds)).toEqual(new Set(['stay', 'broken', 'ignored', 'refused']));
  });
});
