import { sql } from '../src/kernel/db/index.ts';
import type { TestHouse } from './harness.ts';

/** What was said on a lane (a patient, an aggregate), oldest first: `type`, or `type:reason` where the payload names a reason. */
export async function saidOn(test: TestHouse, lane: string, prefix: string): Promise<string[]> {
  const rows = await test.tenant((tx) =>
    tx.rows(sql<{ type: string; reason: string | null }>`
      select type, payload->>'reason' as reason from kernel.outbox
      where hospital_id = ${tx.hospitalId} and lane = ${lane} and starts_with(type, ${prefix}) order by id`),
  );
  return rows.map((row) => (row.reason === null ? row.type : `${row.type}:${row.reason}`));
}

/** How often something was said in the hospital. */
export async function timesSaid(test: TestHouse, type: string): Promise<number> {
  const row = await test.tenant((tx) =>
    tx.one(sql<{ n: number }>`
      select count(*)::int as n from kernel.outbox where hospital_id = ${tx.hospitalId} and type = ${type}`),
  );
  return row.n;
}
