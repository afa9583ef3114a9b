import type { Encounter, Resource } from '@medplum/fhirtypes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BundleIndex, operationOutcome, outcomeOf, readBundle, resolve, resourcesOf } from './index.ts';

function read(json: unknown): BundleIndex {
  const result = readBundle(json);
  if (!result.ok) throw new Error(result.error.path);
  return result.bundle;
}

const of = (...entry: unknown[]): unknown => ({ resourceType: 'Bundle', type: 'transaction', entry });
const encounter = (reference: unknown): Encounter =>
  ({
    resourceType: 'Encounter',
    id: 'e',
    subject: reference,
    contained: [{ resourceType: 'Patient', id: 'in' }],
  }) as Encounter;
const ann = { resourceType: 'Patient', id: 'ann', identifier: [{ system: 'urn:h', value: '7' }] };

test.each([
  [null, 'not-a-bundle', 'Bundle'],
  [[], 'not-a-bundle', 'Bundle'],
  ['Bundle', 'not-a-bundle', 'Bundle'],
  [{ resourceType: 'Patient' }, 'not-a-bundle', 'Bundle'],
  [{ resourceType: 'Bundle' }, 'bundle-type', 'Bundle.type'],
  [{ resourceType: 'Bundle', type: 'searchset' }, 'bundle-type', 'Bundle.type'],
  [{ resourceType: 'Bundle', type: 'batch', entry: {} }, 'entry', 'Bundle.entry'],
  [of(ann, null), 'entry', 'Bundle.entry[1]'],
  [of({ resource: { resourceType: 'patient' } }), 'resource', 'Bundle.entry[0].resource'],
  [of({ resource: ['Patient'] }), 'resource', 'Bundle.entry[0].resource'],
  [of({ request: 'POST' }), 'entry', 'Bundle.entry[0].request'],
])('refused: %j', (json, code, path) => {
  const result = readBundle(json);
  expect(result).toMatchObject({ ok: false, error: { code, path } });
  if (!result.ok) expect(outcomeOf(result.error)).toMatchObject({ issue: [{ severity: 'error', expression: [path] }] });
});

test('a bundle is found by type, and by the name its sender repeats', () => {
  const bundle = read({
    ...(of({ resource: ann }, { request: { method: 'GET', url: 'x' } }) as object),
    id: 'b1',
    identifier: { value: 'n7' },
  });
  expect(bundle.identity).toBe('n7');
  expect(bundle.entries.map(({ resource }) => resource?.resourceType)).toEqual(['Patient', undefined]);
  expect(resourcesOf(bundle, 'Patient').map(({ id }) => id)).toEqual(['ann']);
  expect(resourcesOf(bundle, 'Encounter')).toEqual([]);
  expect(read({ resourceType: 'Bundle', type: 'message', id: 'b1' })).toMatchObject({ identity: 'b1', entries: [] });
});

const two = read(
  of(
    { fullUrl: 'https://a.cn/fhir/Patient/ann', resource: ann },
    { fullUrl: 'https://b.cn/fhir/Patient/ann', resource: { ...ann, gender: 'female', identifier: [{ value: '8' }] } },
    { fullUrl: 'urn:uuid:61ebe359-bfdc-4613-8bf2-c5e300945f0a', resource: { resourceType: 'Patient' } },
    { fullUrl: 'https://a.cn/fhir/Location/w5', resource: { resourceType: 'Location', id: 'w5' } },
  ),
);

test.each<[unknown, string | null, object]>([
  [{ reference: '#in' }, null, { ok: true, resource: { id: 'in' } }],
  [{ reference: '#' }, null, { ok: true, resource: { id: 'e' } }],
  [{ reference: '#out' }, null, { ok: false, reason: 'absent' }],
  [
    { reference: 'urn:uuid:61ebe359-bfdc-4613-8bf2-c5e300945f0a' },
    null,
    { ok: true, resource: { resourceType: 'Patient' } },
  ],
  [{ reference: 'urn:uuid:00000000-0000-4000-8000-000000000000' }, null, { ok: false, reason: 'absent' }],
  [{ reference: 'https://b.cn/fhir/Patient/ann' }, null, { ok: true, resource: { gender: 'female' } }],
  [
    { reference: 'https://c.cn/fhir/Patient/ann' },
    null,
    { ok: false, reason: 'external', url: 'https://c.cn/fhir/Patient/ann' },
  ],
  [{ reference: 'Patient/ann' }, 'https://b.cn/fhir/Encounter/e', { ok: true, resource: { gender: 'female' } }],
  [
    { reference: 'Patient/ann/_history/2' },
    'https://b.cn/fhir/Encounter/e',
    { ok: true, resource: { gender: 'female' } },
  ],
  [{ reference: 'Patient/ann' }, 'urn:uuid:61ebe359-bfdc-4613-8bf2-c5e300945f0b', { ok: false, reason: 'ambiguous' }],
  [{ reference: 'Location/w5' }, null, { ok: true, resource: { resourceType: 'Location' } }],
  [{ reference: 'Patient/bob' }, null, { ok: false, reason: 'external', url: 'Patient/bob' }],
  [{ reference: 'Patient?identifier=urn:h|7' }, null, { ok: false, reason: 'conditional' }],
  [{ reference: '../../etc' }, null, { ok: false, reason: 'absent' }],
  [{ identifier: { system: 'urn:h', value: '7' }, type: 'Patient' }, null, { ok: true, resource: { id: 'ann' } }],
  [{ identifier: { system: 'urn:h', value: '7' }, type: 'Group' }, null, { ok: false, reason: 'absent' }],
  [{ display: 'Ann' }, null, { ok: false, reason: 'none' }],
  [{ reference: 5 }, null, { ok: false, reason: 'none' }],
  ['Patient/ann', null, { ok: false, reason: 'none' }],
  [undefined, null, { ok: false, reason: 'none' }],
])('reference %j held by %s', (reference, fullUrl, expected) => {
  const holder = encounter(reference);
  expect(resolve(two, holder.subject, { resource: holder, fullUrl })).toMatchObject(expected);
});

test('the same resource sent twice is no riddle', () => {
  const bundle = read(of({ resource: ann }, { resource: ann }));
  const holder = encounter({ reference: 'Patient/ann' });
  expect(resolve(bundle, holder.subject, { resource: holder })).toMatchObject({ ok: true, resource: { id: 'ann' } });
});

test('any JSON gets an answer', () => {
  const json = fc.jsonValue({ maxDepth: 4 });
  const entry = fc.record({
    fullUrl: json,
    resource: fc.record({ resourceType: fc.constant('Patient'), id: json, identifier: json, contained: json }),
  });
  fc.assert(
    fc.property(json, fc.array(entry), json, json, (any, entries, reference, identifier) => {
      readBundle(any);
      const bundle = read(of(...entries));
      const holder = { resourceType: 'Patient', contained: any } as unknown as Resource;
      for (const wish of [any, { reference }, { identifier }, { identifier: { value: identifier } }]) {
        expect(resolve(bundle, wish as Encounter['subject'], { resource: holder })).toHaveProperty('ok');
      }
    }),
  );
});

test('an outcome says at least that all went well', () => {
  expect(operationOutcome([])).toEqual({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'information', code: 'informational' }],
  });
  const details = { system: 'urn:dayone', code: 'intake.unknown-patient' };
  expect(
    operationOutcome([
      { severity: 'error', code: 'not-found', diagnostics: 'no such patient', details, expression: [] },
    ]),
  ).toEqual({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'not-found', diagnostics: 'no such patient', details: { coding: [details] } }],
  });
});
