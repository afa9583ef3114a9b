import type { z } from 'zod';
import type { Risk } from '../../../../contract/encounters.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import { newId } from '../../kernel/ids/index.ts';

/** How a score came about, as it is stored and shown. */
export type Explanation = Pick<z.infer<typeof Risk>, 'scoreAtMost' | 'items' | 'conditions' | 'unreadCodes'>;

export interface LatestRisk {
  readonly encounterId: string;
  readonly method: string;
  readonly score: number;
  readonly band: 'low' | 'moderate' | 'high';
  readonly lowerBound: boolean;
  readonly explanation: Explanation;
  readonly computedAt: Date;
}

/** The newest score of each of these stays that has one. */
export async function latestRisk(tx: Tx, encounterIds: readonly string[]): Promise<Map<string, LatestRisk>> {
  if (encounterIds.length === 0) return new Map();
  const rows = await tx.rows(
    sql<LatestRisk>`
      select distinct on (encounter_id) encounter_id as "encounterId", method, score, band, lower_bound as "lowerBound", explanation,
        computed_at as "computedAt"
      from encounters.risk_assessment where hospital_id = ${tx.hospitalId} and encounter_id = any(${[...encounterIds]}::uuid[])
      order by encounter_id, computed_at desc, id desc`,
    'encounters-latest-risk',
  );
  return new Map(rows.map((row) => [row.encounterId, row]));
}

/** Appends a score; earlier ones stay, so that one can see what was known when. */
export async function insertRisk(tx: Tx, risk: Omit<LatestRisk, 'computedAt'>): Promise<void> {
  await tx.rows(
    sql`
      insert into encounters.risk_assessment (hospital_id, id, encounter_id, method, score, band, lower_bound, explanation, computed_at)
      values (${tx.hospitalId}, ${newId()}, ${risk.encounterId}, ${risk.method}, ${risk.score}, ${risk.band}, ${risk.lowerBound},
        ${JSON.stringify(risk.explanation)}, ${tx.now})`,
    'encounters-insert-risk',
  );
}

/**
 * Emergency visits of the patient in `[from, before)`; null where no emergency visit of anybody ever came in: then the feed does not
 * bring them, and none is not known to be zero.
 */
export async function emergencyVisits(tx: Tx, patientId: string, from: Date, before: Date): Promise<number | null> {
  const row = await tx.one(
    sql<{ visits: number; told: boolean }>`
      select (select count(*)::int from encounters.encounter where hospital_id = ${tx.hospitalId} and patient_id = ${patientId}
          and class = 'emergency' and status <> 'cancelled' and admitted_at >= ${from} and admitted_at < ${before}) as visits,
        exists (select 1 from encounters.encounter where hospital_id = ${tx.hospitalId} and class = 'emergency') as told`,
    'encounters-emergency-visits',
  );
  return row.told ? row.visits : null;
}
