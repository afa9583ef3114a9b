import { sha256 } from '../../../kernel/crypto/index.ts';
import type { PackSections } from '../schema/index.ts';

/** What a version says, as one hash: the order of keys, comments and line ends do not count, every word does. */
export function fingerprint(sections: PackSections): string {
  return sha256(JSON.stringify(sorted(sections))).toString('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
