import type { BundleEntryRequest, Resource } from '@medplum/fhirtypes';
import { isObject } from './json.ts';

/** Kinds of bundle in which somebody hands us a stay or a reading. Answers (searchset, history, …-response) are not. */
export const BUNDLE_TYPES = ['collection', 'transaction', 'message', 'batch', 'document'] as const;
export type BundleType = (typeof BUNDLE_TYPES)[number];

export interface BundleEntry {
  /** Place in the bundle, from 0. */
  readonly index: number;
  readonly fullUrl: string | null;
  /** null: the entry is a request without a body (a GET or DELETE in a batch). */
  readonly resource: Resource | null;
  readonly request: BundleEntryRequest | null;
}

/** A bundle made ready for look-ups. What a resource holds beyond `resourceType` is the sender's claim, not checked. */
export interface BundleIndex {
  readonly type: BundleType;
  /** Bundle.identifier.value, else Bundle.id: what a sender repeats when it sends the same bundle again. */
  readonly identity: string | null;
  readonly entries: readonly BundleEntry[];
  readonly byType: ReadonlyMap<string, readonly BundleEntry[]>;
  /** Under the full URL and, without it, under `Type/id`. */
  readonly byUrl: ReadonlyMap<string, readonly BundleEntry[]>;
}

export interface FhirError {
  readonly code: 'not-a-bundle' | 'bundle-type' | 'entry' | 'resource';
  /** A FHIRPath of the place. Neither it nor `detail` holds any content. */
  readonly path: string;
  readonly detail: string;
}

export type BundleResult =
  | { readonly ok: true; readonly bundle: BundleIndex }
  | { readonly ok: false; readonly error: FhirError };

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** True for a JSON value that names its resource type the way FHIR does. */
export function isResource(json: unknown): json is Resource {
  return isObject(json) && typeof json.resourceType === 'string' && /^[A-Z][A-Za-z]{1,63}$/.test(json.resourceType);
}

function readEntry(json: unknown, index: number): BundleEntry | FhirError {
  const path = `Bundle.entry[${index}]`;
  if (!isObject(json)) return { code: 'entry', path, detail: 'an entry is not an object' };
  const { resource = null, request = null } = json;
  if (resource !== null && !isResource(resource)) {
    return { code: 'resource', path: `${path}.resource`, detail: 'a resource has no usable resourceType' };
  }
  if (request !== null && !isObject(request)) {
    return { code: 'entry', path: `${path}.request`, detail: 'a request is not an object' };
  }
  return { index, fullUrl: text(json.fullUrl), resource, request: request as BundleEntryRequest | null };
}

function grouped(
  entries: readonly BundleEntry[],
  keysOf: (entry: BundleEntry) => readonly string[],
): Map<string, BundleEntry[]> {
  const groups = new Map<string, BundleEntry[]>();
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
  }
  return groups;
}

function urlsOf({ fullUrl, resource }: BundleEntry): string[] {
  const id = text(resource?.id);
  const local = resource === null || id === null ? [] : [`${resource.resourceType}/${id}`];
  return fullUrl === null ? local : [fullUrl, ...local];
}

/** Reads a parsed JSON value as a bundle. Never throws on input. */
export function readBundle(json: unknown): BundleResult {
  const refuse = (error: FhirError): BundleResult => ({ ok: false, error });
  if (!isObject(json) || json.resourceType !== 'Bundle') {
    return refuse({ code: 'not-a-bundle', path: 'Bundle', detail: 'the body is not a FHIR Bundle' });
  }
  const type = BUNDLE_TYPES.find((known) => known === json.type);
  if (type === undefined) {
    return refuse({ code: 'bundle-type', path: 'Bundle.type', detail: `taken are ${BUNDLE_TYPES.join(', ')}` });
  }
  const { entry = [] } = json;
  if (!Array.isArray(entry)) return refuse({ code: 'entry', path: 'Bundle.entry', detail: 'entry is not a list' });
  const entries: BundleEntry[] = [];
  for (const [index, one] of entry.entries()) {
    const read = readEntry(one, index);
    if ('code' in read) return refuse(read);
    entries.push(read);
  }
  const identifier = isObject(json.identifier) ? text(json.identifier.value) : null;
  const byType = grouped(entries, ({ resource }) => (resource === null ? [] : [resource.resourceType]));
  const byUrl = grouped(entries, urlsOf);
  return { ok: true, bundle: { type, identity: identifier ?? text(json.id), entries, byType, byUrl } };
}

/** Resources of one type, in the order of the bundle. */
export function resourcesOf<T extends Resource['resourceType']>(
  bundle: BundleIndex,
  type: T,
): (Resource & { readonly resourceType: T })[] {
  return (bundle.byType.get(type) ?? [])
    .map(({ resource }) => resource)
    .filter((resource): resource is Resource & { readonly resourceType: T } => resource?.resourceType === type);
}
