import type { Tx } from '../../kernel/db/index.ts';
import { type PackSections, packSections, type SectionName } from './schema/index.ts';
import { sectionBody } from './version.store.ts';

/** Versions never change, so a section once read stays; the oldest go when there are many. */
const KEPT = 500;
const cache = new Map<string, unknown>();

/**
 * A section of a pinned version, typed. Throws where this hospital has no such version: plans pin only what was imported.
 * The object is shared by all who ask: it is not to be changed.
 */
export async function section<N extends SectionName>(
  tx: Tx,
  slug: string,
  version: string,
  name: N,
): Promise<PackSections[N]> {
  const key = `${tx.hospitalId} ${slug} ${version} ${name}`;
  const kept = cache.get(key);
  if (kept !== undefined) return kept as PackSections[N];
  const row = await sectionBody(tx, slug, version, name);
  if (!row) throw new Error(`no section ${name} of ${slug} ${version}`);
  const body = packSections.shape[name].parse(row.body) as PackSections[N];
  const oldest = cache.size >= KEPT ? cache.keys().next().value : undefined;
  if (oldest !== undefined) cache.delete(oldest);
  cache.set(key, body);
  return body;
}
