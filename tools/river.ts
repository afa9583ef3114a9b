import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One domain as `river.json` states it; the position in the list is its place in the stream. */
export type RiverDomain = {
  name: string;
  owns: { zh: string; en: string };
  /** May read the views other domains publish (`<domain>.v_*`). */
  readsViews: boolean;
};

/** Reads the ordered domains (source first) of the tree at `root`; throws when a name repeats or a field is missing. */
export function readRiver(root: string): RiverDomain[] {
  const parsed = JSON.parse(readFileSync(join(root, 'river.json'), 'utf8')) as { domains: RiverDomain[] };
  const seen = new Set<string>();
  for (const domain of parsed.domains) {
    if (!/^[a-z]+$/.test(domain.name)) throw new Error(`river.json: bad domain name "${domain.name}"`);
    if (seen.has(domain.name)) throw new Error(`river.json: domain "${domain.name}" stands twice`);
    if (!domain.owns?.zh || !domain.owns?.en)
      throw new Error(`river.json: "${domain.name}" must say what it owns in zh and en`);
    if (typeof domain.readsViews !== 'boolean')
      throw new Error(`river.json: "${domain.name}" must say readsViews true or false`);
    seen.add(domain.name);
  }
  return parsed.domains;
}
