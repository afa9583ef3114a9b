import { readdirSync, readFileSync } from 'node:fs';
import type { Patient, Reference, Resource } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import * as fhir from './index.ts';
import { isObject } from './json.ts';

const folder = new URL('./fixtures/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const load = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const index = (name: string): fhir.BundleIndex => {
  const result = fhir.readBundle(load(name));
  if (!result.ok) throw new Error(result.error.path);
  return result.bundle;
};

/** Every member of that name anywhere below. */
function collect(json: unknown, key: RegExp, found: unknown[] = []): unknown[] {
  if (Array.isArray(json)) for (const item of json) collect(item, key, found);
  else if (isObject(json)) {
    for (const [name, value] of Object.entries(json)) {
      if (key.test(name)) found.push(value);
      collect(value, key, found);
    }
  }
  return found;
}

test('the examples are there', () => {
  expect(files.length).toBeGreaterThanOrEqual(30);
});

test.each(files)('%s is read whole', (name) => {
  const json = load(name);
  if (!fhir.isResource(json)) throw new Error('not a resource');
  // A lone resource is read as a collection of one, as a mouth does with an Observation sent by itself.
  const lone = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: json }] };
  const result = fhir.readBundle(json.resourceType === 'Bundle' && json.type !== 'searchset' ? json : lone);
  if (!result.ok) throw new Error(result.error.path);
  for (const { resource, fullUrl } of result.bundle.entries) {
    if (resource === null) continue;
    const holder = { resource, fullUrl };
    for (const reference of collect(resource, /^reference$/)) {
      const found = fhir.resolve(result.bundle, { reference } as Reference, holder);
      if (String(reference).startsWith('#')) expect(found.ok).toBe(true);
      else expect(found.ok || found.reason === 'external').toBe(true);
    }
  }
  const times = collect(json, /^(birthDate|start|end|issued|authoredOn|recordedDate|\w+DateTime)$/).filter(
    (value) => typeof value === 'string',
  );
  for (const time of times) expect(fhir.parseDateTime(time), String(time)).not.toBeNull();
  for (const concept of collect(json, /^(code|type|reasonCode)$/).filter(isObject))
    expect(fhir.conceptText(concept)).toBeTypeOf('string');
});

test('what the examples say', () => {
  const patient = load('Patient-example.json') as Patient;
  expect(fhir.nameText(fhir.pickName(patient.name))).toBe('Peter James Chalmers');
  expect(fhir.pickTelecom(patient.telecom, 'phone')?.value).toBe('(03) 5555 6473');
  expect(fhir.pickIdentifier(patient.identifier, { type: 'MR' }, '2020-01-01')?.value).toBe('12345');
  expect(fhir.pickIdentifier(patient.identifier, { type: 'MR' }, '2000-01-01')).toBeUndefined();
  const transaction = index('Bundle-bundle-transaction.json');
  expect(fhir.resourcesOf(transaction, 'Patient')).toHaveLength(transaction.byType.get('Patient')?.length ?? 0);
  expect(transaction.entries.some(({ resource, request }) => resource === null && request?.method === 'DELETE')).toBe(
    true,
  );
  const lipids = index('Bundle-lipids.json');
  const report = fhir.resourcesOf(lipids, 'DiagnosticReport')[0];
  const fullUrl = lipids.entries[0]?.fullUrl ?? null;
  const results = (report?.result ?? []).map((one) =>
    fhir.resolve(lipids, one, { resource: report as Resource, fullUrl }),
  );
  expect(results).toHaveLength(4);
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(fhir.readBundle(load('Bundle-bundle-example.json'))).toMatchObject({
    ok: false,
    error: { code: 'bundle-type' },
  });
});
