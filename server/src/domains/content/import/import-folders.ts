import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Scope } from '../../../kernel/access/index.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { systemScope } from '../../identity/index.ts';
import { putAttempt } from '../attempt.store.ts';
import { type ReadPack, readPackFolder } from '../reader/read-pack-folder.ts';
import { tryImport } from './import-pack.ts';
import type { Judged } from './judge-import.ts';

/** Folder of the packs that come with the program. */
export const CONTENT_ROOT = path.resolve(import.meta.dirname, '../../../../../content');

export interface ImportCounts {
  imported: number;
  unchanged: number;
  refused: number;
}

/**
 * Takes in every pack folder below `root` and keeps for each what became of it. A folder with problems is refused whole and
 * written down; it never stops the others or the program. Opens its own transactions, one per folder.
 */
export async function importFolders(ctx: Ctx, scope: Scope, root: string = CONTENT_ROOT): Promise<ImportCounts> {
  const counts: ImportCounts = { imported: 0, unchanged: 0, refused: 0 };
  for (const folder of await packFolders(root)) {
    const read = await readPackFolder(path.join(root, folder));
    const outcome = await ctx.db.tenant(scope.hospitalId, async (tx) => {
      const judged: Judged = read.ok
        ? await tryImport(tx, scope, read.sections)
        : { outcome: 'refused', problems: read.problems };
      await putAttempt(tx, scope, { folder, version: versionOf(read), ...judged });
      return judged.outcome;
    });
    counts[outcome] += 1;
    if (outcome === 'refused')
      ctx.log.warn({ folder }, 'a clinical pack was refused; its problems are on the packs page');
  }
  return counts;
}

/** As `importFolders`, done by the program itself at its start. */
export function importPacksAtStart(ctx: Ctx, hospitalId: Scope['hospitalId']): Promise<ImportCounts> {
  return importFolders(ctx, systemScope(hospitalId));
}

async function packFolders(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'schema')
    .map((entry) => entry.name)
    .sort();
}

function versionOf(read: ReadPack): string | null {
  return read.ok ? read.sections.pack.version : null;
}
