import type { CapabilityStatement } from '@medplum/fhirtypes';

/** The day this statement last changed. */
const DATED = '2026-11-22';

/** What the FHIR endpoint takes, and nothing it does not: bundles come in, nothing is read out. */
export function capabilities(): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: DATED,
    kind: 'instance',
    software: { name: 'Dayone' },
    implementation: { description: 'Dayone intake: a stay is handed over as a Bundle' },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        documentation:
          'POST a Bundle (transaction, batch, collection, message or document) with one Patient and at most one Encounter, and the Conditions, Procedures, MedicationRequests, RelatedPersons, Locations and Practitioners they refer to. 200: stored; it is carried out in a moment. 400: not a Bundle. 422: stored, and cannot be used until it is mended; the OperationOutcome names the place.',
        security: { description: 'Authorization: Bearer <hospital code>.<secret>' },
        interaction: [{ code: 'transaction' }, { code: 'batch' }],
        resource: [{ type: 'Bundle', interaction: [{ code: 'create' }] }],
      },
    ],
  };
}
