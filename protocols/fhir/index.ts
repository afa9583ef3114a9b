/** FHIR R4 as JSON: read a bundle, follow its references, pick from its datatypes, answer with an outcome. */
export {
  BUNDLE_TYPES,
  type BundleEntry,
  type BundleIndex,
  type BundleResult,
  type BundleType,
  type FhirError,
  isResource,
  readBundle,
  resourcesOf,
} from './bundle.ts';
export { type FhirDateTime, type FhirPrecision, parseDateTime, parseInstant } from './datetime.ts';
export { type IssueInput, operationOutcome, outcomeOf } from './outcome.ts';
export {
  conceptText,
  type IdentifierWish,
  nameText,
  pickCoding,
  pickIdentifier,
  pickName,
  pickTelecom,
} from './pick.ts';
export { type ReferenceHolder, type Resolved, resolve } from './reference.ts';
