import type { OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes';
import type { FhirError } from './bundle.ts';

export interface IssueInput {
  readonly severity: NonNullable<OperationOutcomeIssue['severity']>;
  /** FHIR's issue-type: invalid, structure, required, value, not-found, conflict, processing … */
  readonly code: NonNullable<OperationOutcomeIssue['code']>;
  /** For people, without a patient's data. */
  readonly diagnostics?: string;
  /** FHIRPaths of the places concerned. */
  readonly expression?: readonly string[];
  /** A code of the receiver's own. */
  readonly details?: { readonly system: string; readonly code: string };
}

function issue({ severity, code, diagnostics, expression, details }: IssueInput): OperationOutcomeIssue {
  return {
    severity,
    code,
    ...(details === undefined ? {} : { details: { coding: [{ system: details.system, code: details.code }] } }),
    ...(diagnostics === undefined ? {} : { diagnostics }),
    ...(expression === undefined || expression.length === 0 ? {} : { expression: [...expression] }),
  };
}

/** Builds an OperationOutcome; one without issues says that all went well, since FHIR asks for at least one. */
export function operationOutcome(issues: readonly IssueInput[]): OperationOutcome {
  const said: readonly IssueInput[] =
    issues.length === 0 ? [{ severity: 'information', code: 'informational' }] : issues;
  return { resourceType: 'OperationOutcome', issue: said.map(issue) };
}

/** The outcome for a bundle `readBundle` refused. */
export function outcomeOf(error: FhirError): OperationOutcome {
  const code = error.code === 'bundle-type' ? 'not-supported' : 'structure';
  return operationOutcome([{ severity: 'error', code, diagnostics: error.detail, expression: [error.path] }]);
}
