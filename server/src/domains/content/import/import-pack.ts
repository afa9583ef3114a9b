import { type Scope, staffOf } from '../../../kernel/access/index.ts';
import { audit } from '../../../kernel/audit/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { newId } from '../../../kernel/ids/index.ts';
import { emit } from '../../../kernel/outbox/index.ts';
import { CONTENT_PUBLISHED, type ContentPublished } from '../events.ts';
import { packHasProblems, versionOlder, versionTaken } from '../problems.ts';
import type { PackSections } from '../schema/index.ts';
import { insertSections, insertVersion, knownOf, retirePublished } from '../version.store.ts';
import { fingerprint } from './fingerprint.ts';
import { type Judged, judgeImport } from './judge-import.ts';

/** A pack of this hospital after an import. */
export interface ImportedPack {
  readonly slug: string;
  readonly version: string;
  /** False where the same version with the same content was here before. */
  readonly imported: boolean;
}

/**
 * Takes a pack in that could be read (`readPackFolder`). The version before it is retired; plans that pin it go on with it.
 * Throws where the pack has problems, where this version is here with other content, and where a newer one is published.
 */
export async function importPack(tx: Tx, scope: Scope, sections: PackSections): Promise<ImportedPack> {
  const { slug, version } = sections.pack;
  const judged = await tryImport(tx, scope, sections);
  if (judged.outcome !== 'refused') return { slug, version, imported: judged.outcome === 'imported' };
  const codes = judged.problems.map((problem) => problem.code);
  if (codes.includes('version-taken')) throw versionTaken(version);
  if (codes.includes('version-older')) throw versionOlder(version);
  throw packHasProblems(judged.problems.length);
}

/** As `importPack`, with refusals as data: for the import of whole folders, which tells what stood in the way. */
export async function tryImport(tx: Tx, scope: Scope, sections: PackSections): Promise<Judged> {
  const { pack } = sections;
  const sha = fingerprint(sections);
  const judged = judgeImport(sections, sha, await knownOf(tx, pack.slug, pack.version));
  if (judged.outcome !== 'imported') return judged;
  const id = newId();
  await retirePublished(tx, pack.slug);
  await insertVersion(tx, { id, sha256: sha, importedBy: staffOf(scope), pack });
  await insertSections(tx, id, sections);
  const payload: ContentPublished = { packVersionId: id, slug: pack.slug, version: pack.version };
  await emit(tx, { type: CONTENT_PUBLISHED, lane: id, payload });
  await audit(tx, scope, {
    action: 'content.imported',
    subject: { kind: 'pack-version', id },
    detail: { slug: pack.slug, version: pack.version },
  });
  return judged;
}
