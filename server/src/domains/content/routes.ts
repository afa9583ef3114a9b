import { z } from 'zod';
import { Id } from '../../../../contract/common.ts';
import * as contract from '../../../../contract/content.ts';
import type { Tx } from '../../kernel/db/index.ts';

import { type Endpoint, notFound, on, onTx, readCursor, writeCursor } from '../../kernel/http/index.ts';
import { civilDate } from '../../kernel/time/index.ts';
import { ownHospital } from '../identity/index.ts';
import { listAttempts } from './attempt.store.ts';
import { importFolders } from './import/import-folders.ts';
import { presentAttempt, presentDetail, presentVersion } from './present.ts';
import type { PackSections, SectionName } from './schema/index.ts';
import { packSections } from './schema/index.ts';
import { section } from './section.ts';
import { listVersions, versionById } from './version.store.ts';

const VersionCursor = z.tuple([z.string(), Id]);
const FolderCursor = z.tuple([z.string()]);

const listPacks = onTx(contract.listPacks, async (tx, { query }) => {
  const after = readCursor(query.after, VersionCursor);
  const rows = await listVersions(tx, {
    limit: query.limit,
    after: after && { slug: after[0], id: after[1] },
  });
  const last = rows.length === query.limit ? rows.at(-1) : undefined;
  const today = await hospitalDay(tx);
  return {
    items: rows.map((row) => presentVersion(row, today)),
    next: last ? writeCursor([last.slug, last.id]) : null,
  };
});

const readPack = onTx(contract.readPack, async (tx, { params }) => {
  const row = await versionById(tx, params.packId);
  if (!row) throw notFound();
  const names = Object.keys(packSections.shape) as SectionName[];
  const bodies = [];
  for (const name of names) bodies.push([name, await section(tx, row.slug, row.version, name)]);
  return presentDetail(row, await hospitalDay(tx), Object.fromEntries(bodies) as PackSections);
});

const listPackAttempts = onTx(contract.listPackAttempts, async (tx, { query }) => {
  const after = readCursor(query.after, FolderCursor);
  const rows = await listAttempts(tx, { limit: query.limit, after: after?.[0] ?? null });
  const last = rows.length === query.limit ? rows.at(-1) : undefined;
  return { items: rows.map(presentAttempt), next: last ? writeCursor([last.folder]) : null };
});

const importPacks = on(contract.importPacks, ({ ctx, scope }) => importFolders(ctx, scope));

async function hospitalDay(tx: Tx): Promise<string> {
  return civilDate(tx.now, (await ownHospital(tx)).time_zone);
}

export const endpoints: readonly Endpoint[] = [listPacks, readPack, listPackAttempts, importPacks];
