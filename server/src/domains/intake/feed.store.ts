import type { Database, Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { HospitalId } from '../../kernel/ids/index.ts';

/** A mouth of a hospital. Its table is a reference table: it is read before the tenant is known. */
export interface FeedRow {
  id: string;
  hospital_id: HospitalId;
  kind: 'mllp' | 'fhir';
  sending_facility: string | null;
  receiving_facility: string | null;
  name: string;
  time_zone: string;
  disposition_codes: Readonly<Record<string, string>>;
  identifier_systems: Readonly<Record<string, string>>;
}

const COLUMNS = sql.raw(
  'id, hospital_id, kind, sending_facility, receiving_facility, name, time_zone, disposition_codes, identifier_systems',
);

/** Every MLLP feed of the installation. */
export async function mllpFeeds(db: Database): Promise<FeedRow[]> {
  return db.reference(sql<FeedRow>`select ${COLUMNS} from intake.feed where kind = 'mllp' order by created_at, id`);
}

/** The FHIR feed a key belongs to; null where the key is unknown. */
export async function feedBySecret(db: Database, hospitalId: HospitalId, hash: Buffer): Promise<FeedRow | null> {
  const rows = await db.reference(sql<FeedRow>`
    select ${COLUMNS} from intake.feed where kind = 'fhir' and hospital_id = ${hospitalId} and secret_hash = ${hash}`);
  return rows[0] ?? null;
}

/** The mouths of this hospital. */
export async function feedsOf(tx: Tx): Promise<FeedRow[]> {
  return tx.rows(sql<FeedRow>`
    select ${COLUMNS} from intake.feed where hospital_id = ${tx.hospitalId} order by kind desc, created_at, id`);
}

export async function feedById(tx: Tx, id: string): Promise<FeedRow | null> {
  return tx.maybe(
    sql<FeedRow>`select ${COLUMNS} from intake.feed where hospital_id = ${tx.hospitalId} and id = ${id}`,
    'intake-feed',
  );
}

/** Adds a mouth; `secretHash` for FHIR. */
export async function insertFeed(
  tx: Tx,
  feed: Omit<FeedRow, 'hospital_id'> & { readonly secretHash: Buffer | null },
): Promise<void> {
  await tx.rows(sql`
    insert into intake.feed (id, hospital_id, kind, sending_facility, receiving_facility, name, time_zone, disposition_codes, identifier_systems, secret_hash, created_at)
    values (${feed.id}, ${tx.hospitalId}, ${feed.kind}, ${feed.sending_facility}, ${feed.receiving_facility}, ${feed.name}, ${feed.time_zone},
      ${JSON.stringify(feed.disposition_codes)}, ${JSON.stringify(feed.identifier_systems)}, ${feed.secretHash}, ${tx.now})`);
}

export async function setDispositionCodes(tx: Tx, id: string, codes: Readonly<Record<string, string>>): Promise<void> {
  await tx.rows(sql`
    update intake.feed set disposition_codes = ${JSON.stringify(codes)} where hospital_id = ${tx.hospitalId} and id = ${id}`);
}
