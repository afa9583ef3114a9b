import type { Identifier, Reference, Resource } from '@medplum/fhirtypes';
import type { BundleEntry, BundleIndex } from './bundle.ts';
import { isObject, objectsOf, textOf } from './json.ts';

export type Resolved =
  | { readonly ok: true; readonly resource: Resource }
  /**
   * none: nothing is referred to · absent: contained in or promised by this sender, but not there · external: may be
   * known to the receiver under `url` · conditional: a search the receiver has to run · ambiguous: several fit.
   */
  | { readonly ok: false; readonly reason: 'none' | 'absent' | 'ambiguous' }
  | { readonly ok: false; readonly reason: 'external' | 'conditional'; readonly url: string };

/** Where a reference stands: the resource holding it, and its entry in the bundle. */
export interface ReferenceHolder {
  readonly resource: Resource;
  readonly fullUrl?: string | null;
}

const RESTFUL = /^(https?:\/\/.+\/)[A-Z][A-Za-z]*\/[A-Za-z0-9.-]{1,64}$/;
const RELATIVE = /^[A-Z][A-Za-z]*\/[A-Za-z0-9.-]{1,64}$/;
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:/i;

function only(entries: readonly BundleEntry[] | undefined): Resolved | null {
  const found = (entries ?? []).flatMap(({ resource }) => (resource === null ? [] : [resource]));
  const [first] = found;
  if (first === undefined) return null;
  // The same resource sent twice is no riddle; two different ones under a name are.
  const same = found.every((resource) => JSON.stringify(resource) === JSON.stringify(first));
  return same ? { ok: true, resource: first } : { ok: false, reason: 'ambiguous' };
}

function contained(holder: ReferenceHolder, id: string): Resolved {
  const { resource } = holder;
  if (id === '') return { ok: true, resource };
  const inside = 'contained' in resource ? objectsOf(resource.contained) : [];
  const found = inside.find((one) => one.id === id);
  return found === undefined ? { ok: false, reason: 'absent' } : { ok: true, resource: found };
}

/** A reference by identifier alone is resolved when exactly one resource of the bundle carries it. */
function logical(bundle: BundleIndex, identifier: Identifier, type: string | undefined): Resolved {
  const value = textOf(identifier.value);
  if (value === undefined) return { ok: false, reason: 'none' };
  const bears = ({ resource }: BundleEntry): boolean => {
    if (resource === null || (type !== undefined && resource.resourceType !== type)) return false;
    const own = 'identifier' in resource ? resource.identifier : undefined;
    const list: readonly unknown[] = Array.isArray(own) ? own : [own];
    return list.some((one) => isObject(one) && one.value === identifier.value && one.system === identifier.system);
  };
  return only(bundle.entries.filter(bears)) ?? { ok: false, reason: 'absent' };
}

/**
 * Finds what a reference means within a bundle, by the rules of FHIR R4 (bundle.html#references): `#id` is contained;
 * an absolute URL or urn is a full URL; a relative one is completed from the holder's own full URL, then looked up as
 * `Type/id`. Version suffixes are ignored: the bundle holds the version the sender means. Never throws on input.
 */
export function resolve(bundle: BundleIndex, reference: Reference | undefined, holder: ReferenceHolder): Resolved {
  if (!isObject(reference)) return { ok: false, reason: 'none' };
  const written = textOf(reference.reference);
  if (written === undefined) {
    const { identifier, type } = reference as Reference;
    return isObject(identifier) ? logical(bundle, identifier, textOf(type)) : { ok: false, reason: 'none' };
  }
  if (written.startsWith('#')) return contained(holder, written.slice(1));
  const url = written.replace(/\/_history\/[A-Za-z0-9.-]+$/, '');
  if (ABSOLUTE.test(url)) {
    const missing: Resolved = /^urn:(uuid|oid):/i.test(url)
      ? { ok: false, reason: 'absent' }
      : { ok: false, reason: 'external', url };
    return only(bundle.byUrl.get(url)) ?? missing;
  }
  if (/^[A-Z][A-Za-z]*\?/.test(url)) return { ok: false, reason: 'conditional', url };
  if (!RELATIVE.test(url)) return { ok: false, reason: 'absent' };
  const base = RESTFUL.exec(holder.fullUrl ?? '')?.[1];
  const full = base === undefined ? undefined : only(bundle.byUrl.get(base + url));
  return full ?? only(bundle.byUrl.get(url)) ?? { ok: false, reason: 'external', url };
}
