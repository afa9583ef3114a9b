import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { ContentPackVersionRow } from '../../kernel/db/tables.gen.ts';
import type { Known } from './import/judge-import.ts';
import type { Pack, PackSections, SectionName } from './schema/index.ts';

export type VersionRow = Omit<ContentPackVersionRow, 'hospital_id' | 'imported_by'>;

const COLUMNS = sql`id, slug, version, state, sha256, title, sign_off_status, signed_by, signed_role, signed_on, review_due_on, imported_at`;

/** What is known of a slug before an import. */
export async function knownOf(tx: Tx, slug: string, version: string): Promise<Known> {
  const rows = await tx.rows(sql<{ version: string; state: string; sha256: string }>`
    select version, state, sha256 from content.pack_version
    where hospital_id = ${tx.hospitalId} and slug = ${slug} and (state = 'published' or version = ${version})
    for update`);
  return {
    sameVersionSha: rows.find((row) => row.version === version)?.sha256 ?? null,
    publishedVersion: rows.find((row) => row.state === 'published')?.version ?? null,
  };
}

export async function retirePublished(tx: Tx, slug: string): Promise<void> {
  await tx.rows(sql`
    update content.pack_version set state = 'retired'
    where hospital_id = ${tx.hospitalId} and slug = ${slug} and state = 'published'`);
}

export async function insertVersion(
  tx: Tx,
  row: { id: string; sha256: string; importedBy: string | null; pack: Pack },
): Promise<void> {
  const { slug, version, title, signOff, reviewDueOn } = row.pack;
  await tx.rows(sql`
    insert into content.pack_version (hospital_id, id, slug, version, state, sha256, title, sign_off_status, signed_by, signed_role,
      signed_on, review_due_on, imported_by, imported_at)
    values (${tx.hospitalId}, ${row.id}, ${slug}, ${version}, 'published', ${row.sha256}, ${JSON.stringify(title)}, ${signOff.status},
      ${signOff.by}, ${signOff.role}, ${signOff.on}, ${reviewDueOn}, ${row.importedBy}, ${tx.now})`);
}

export async function insertSections(tx: Tx, packVersionId: string, sections: PackSections): Promise<void> {
  await tx.rows(sql`
    insert into content.pack_section (hospital_id, pack_version_id, name, body)
    values ${sql.join(
      Object.entries(sections).map(
        ([name, body]) => sql`(${tx.hospitalId}, ${packVersionId}, ${name}, ${JSON.stringify(body)})`,
      ),
    )}`);
}

/** Versions by slug, newest first; `after` is the last row of the page before. */
export async function listVersions(
  tx: Tx,
  page: { limit: number; after: { slug: string; id: string } | null },
): Promise<VersionRow[]> {
  const { after } = page;
  return tx.rows(sql<VersionRow>`
    select ${COLUMNS} from content.pack_version where hospital_id = ${tx.hospitalId}
    ${after ? sql`and (slug > ${after.slug} or (slug = ${after.slug} and id < ${after.id}))` : sql``}
    order by slug, id desc limit ${page.limit}`);
}

export async function versionById(tx: Tx, id: string): Promise<VersionRow | null> {
  return tx.maybe(
    sql<VersionRow>`select ${COLUMNS} from content.pack_version where hospital_id = ${tx.hospitalId} and id = ${id}`,
  );
}

/** Versions that new plans may take. */
export async function publishedVersions(tx: Tx): Promise<{ slug: string; version: string }[]> {
  return tx.rows(
    sql<{ slug: string; version: string }>`
      select slug, version from content.pack_version where hospital_id = ${tx.hospitalId} and state = 'published' order by slug`,
    'content-published',
  );
}

/** Body of a section as it was stored; null where there is no such version. */
export async function sectionBody(
  tx: Tx,
  slug: string,
  version: string,
  name: SectionName,
): Promise<{ body: unknown } | null> {
  return tx.maybe(sql<{ body: unknown }>`
    select s.body from content.pack_version v
    join content.pack_section s on s.hospital_id = v.hospital_id and s.pack_version_id = v.id
    where v.hospital_id = ${tx.hospitalId} and v.slug = ${slug} and v.version = ${version} and s.name = ${name}`);
}
