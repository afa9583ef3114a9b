import { monotonicMs } from '../../kernel/clock/wall.ts';
import type { Database, Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { HospitalId } from '../../kernel/ids/index.ts';

export interface Hospital {
  readonly id: HospitalId;
  readonly code: string;
  readonly name: string;
  readonly name_en: string;
  readonly time_zone: string;
  readonly ownership: 'public' | 'private';
  readonly region: string;
  readonly demo: boolean;
  /** A discharge older than this at its arrival is recorded and starts nothing. */
  readonly old_discharge_days: number;
}

/** What the database holds where nobody said otherwise. */
const OLD_DISCHARGE_DAYS = 7;

const COLUMNS = sql`id, code, name, name_en, time_zone, ownership, region, demo, old_discharge_days`;

/** All hospitals of this installation; a reference table, read before any tenant is known. */
export async function listHospitals(db: Database): Promise<Hospital[]> {
  return db.reference(sql<Hospital>`select ${COLUMNS} from identity.hospital order by code`);
}

/** The hospital of a short code; null where there is none. */
export async function hospitalByCode(db: Database, code: string): Promise<Hospital | null> {
  const rows = await db.reference(sql<Hospital>`
    select ${COLUMNS} from identity.hospital where code = ${code}`);
  return rows[0] ?? null;
}

const known = new Map<string, { hospital: Hospital; until: number }>();
const KNOWN_MS = 30_000;

/**
 * The hospital the transaction belongs to. Its row is kept for half a minute in this process: it is asked for in nearly every
 * transaction and changes perhaps once a year.
 */
export async function ownHospital(tx: Tx): Promise<Hospital> {
  const kept = known.get(tx.hospitalId);
  if (kept && kept.until > monotonicMs()) return kept.hospital;
  const hospital = await tx.one(
    sql<Hospital>`select ${COLUMNS} from identity.hospital where id = ${tx.hospitalId}`,
    'identity-own-hospital',
  );
  known.set(tx.hospitalId, { hospital, until: monotonicMs() + KNOWN_MS });
  return hospital;
}

type NewHospital = Omit<Hospital, 'old_discharge_days'> & { old_discharge_days?: number; created_at: Date };

/** Adds a hospital; does nothing where its code is taken. */
export async function insertHospital(db: Database, hospital: NewHospital): Promise<void> {
  await db.reference(sql`
    insert into identity.hospital (id, code, name, name_en, time_zone, ownership, region, demo, old_discharge_days, created_at)
    values (${hospital.id}, ${hospital.code}, ${hospital.name}, ${hospital.name_en}, ${hospital.time_zone}, ${hospital.ownership},
      ${hospital.region}, ${hospital.demo}, ${hospital.old_discharge_days ?? OLD_DISCHARGE_DAYS}, ${hospital.created_at})
    on conflict (code) do nothing`);
}
