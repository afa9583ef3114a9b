import type { CodeableConcept, Encounter, Medication, Resource } from '@medplum/fhirtypes';
import { type BundleIndex, conceptText, resolve, resourcesOf } from '../../../../../protocols/fhir/index.ts';
import { codeSystem } from '../codes.ts';
import type { DiagnosisClaim, MedicineClaim, ProcedureClaim } from '../stay-message.ts';
import { listAt, objectAt, textAt } from './json.ts';
import { dateOf, timeOf } from './time.ts';

interface Coded {
  readonly code: string | null;
  readonly system: string | null;
  readonly text: string | null;
}

/** ICD first where a concept carries several codings: packs and risk scores read ICD. */
export function codedOf(concept: CodeableConcept | undefined): Coded {
  const codings = listAt(concept, 'coding').filter((coding) => textAt(coding, 'code') !== undefined);
  const systemOf = (coding: unknown): string | null => codeSystem(systemName(textAt(coding, 'system')));
  const best = codings.find((coding) => systemOf(coding)?.startsWith('icd-')) ?? codings[0];
  return {
    code: textAt(best, 'code') ?? null,
    system: best === undefined ? null : systemOf(best),
    text: conceptText(concept) ?? null,
  };
}

/** `http://hl7.org/fhir/sid/icd-10` and the OIDs of ICD are told by their names; other systems stay whole. */
function systemName(url: string | undefined): string | undefined {
  const last = url?.split(/[/:]/).at(-1);
  return last !== undefined && /icd/i.test(last) ? last : url;
}

/** Conditions of the stay: those the encounter names, in its order, else all of the bundle. Undefined without any. */
export function diagnosesOf(bundle: BundleIndex, encounter: Encounter): DiagnosisClaim[] | undefined {
  const named = listAt(encounter, 'diagnosis').flatMap((one) => {
    const found = resolve(bundle, objectAt(one, 'condition'), { resource: encounter });
    if (!found.ok || found.resource.resourceType !== 'Condition') return [];
    const role = listAt(objectAt(one, 'use'), 'coding').map((coding) => textAt(coding, 'code'))[0];
    const rank = typeof one['rank'] === 'number' ? one['rank'] : Number.MAX_SAFE_INTEGER;
    return [{ claim: { ...codedOf(found.resource.code), use: useOf(role) }, rank }];
  });
  if (named.length > 0) return named.sort((a, b) => a.rank - b.rank).map(({ claim }) => claim);
  const loose = resourcesOf(bundle, 'Condition');
  return loose.length === 0 ? undefined : loose.map((one) => ({ ...codedOf(one.code), use: 'other' as const }));
}

/** FHIR's diagnosis-role. */
function useOf(role: string | undefined): DiagnosisClaim['use'] {
  switch (role) {
    case 'AD':
      return 'admission';
    case 'DD':
      return 'discharge';
    default:
      return 'other';
  }
}

/** Procedures that were done; undefined without any. */
export function proceduresOf(bundle: BundleIndex, zone: string): ProcedureClaim[] | undefined {
  const found = resourcesOf(bundle, 'Procedure').filter(
    (one) => !['not-done', 'entered-in-error'].includes(one.status),
  );
  if (found.length === 0) return undefined;
  return found.map((one) => ({
    ...codedOf(one.code),
    performedAt: timeOf(one.performedDateTime ?? textAt(one.performedPeriod, 'start'), 'Procedure.performed', zone),
  }));
}

/** Who operated: asked where no attending doctor is named. */
export function surgeonOf(bundle: BundleIndex): string | null {
  const performers = resourcesOf(bundle, 'Procedure').flatMap((one) =>
    listAt(one, 'performer').flatMap((who) => staffNoOf(bundle, objectAt(who, 'actor'), one) ?? []),
  );
  return performers[0] ?? null;
}

/** The number of a Practitioner referred to, resolved in the bundle or named by identifier alone. */
export function staffNoOf(bundle: BundleIndex, reference: unknown, holder: Resource): string | undefined {
  const direct = textAt(objectAt(reference, 'identifier'), 'value');
  if (direct !== undefined) return direct;
  const found = resolve(bundle, reference as never, { resource: holder });
  return found.ok ? listAt(found.resource, 'identifier').flatMap((one) => textAt(one, 'value') ?? [])[0] : undefined;
}

const GONE = new Set(['entered-in-error', 'cancelled', 'stopped', 'draft', 'not-taken']);

/** MedicationRequests and MedicationStatements of the discharge; undefined without any. Orders for the ward are left out. */
export function medicinesOf(bundle: BundleIndex): MedicineClaim[] | undefined {
  const requests = resourcesOf(bundle, 'MedicationRequest').filter((one) => !isForTheWard(one));
  const all = [...requests, ...resourcesOf(bundle, 'MedicationStatement')];
  if (all.length === 0) return undefined;
  return all
    .filter((one) => !GONE.has(one.status ?? ''))
    .flatMap((one) => {
      const referred = resolve(bundle, one.medicationReference, { resource: one });
      const concept =
        one.medicationCodeableConcept ?? (referred.ok ? (referred.resource as Medication).code : undefined);
      const { code, system, text } = codedOf(concept);
      if (text === null) return [];
      const dosage = listAt(one, one.resourceType === 'MedicationRequest' ? 'dosageInstruction' : 'dosage')[0];
      const period =
        one.resourceType === 'MedicationStatement'
          ? one.effectivePeriod
          : objectAt(objectAt(objectAt(dosage, 'timing'), 'repeat'), 'boundsPeriod');
      return [
        {
          code,
          system,
          text,
          dose: doseOf(dosage),
          route: conceptText(objectAt(dosage, 'route')) ?? null,
          frequency: conceptText(objectAt(objectAt(dosage, 'timing'), 'code')) ?? textAt(dosage, 'text') ?? null,
          startsOn: dateOf(textAt(period, 'start')),
          endsOn: dateOf(textAt(period, 'end')),
        },
      ];
    });
}

const isForTheWard = (request: unknown): boolean =>
  listAt(request, 'category').some((concept) =>
    listAt(concept, 'coding').some((coding) => textAt(coding, 'code') === 'inpatient'),
  );

function doseOf(dosage: unknown): string | null {
  const quantity = objectAt(listAt(dosage, 'doseAndRate')[0], 'doseQuantity');
  const amount = quantity?.['value'];
  if (typeof amount !== 'number') return null;
  return `${amount} ${textAt(quantity, 'unit') ?? textAt(quantity, 'code') ?? ''}`.trim();
}
