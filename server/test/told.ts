import { sql } from '../src/kernel/db/index.ts';
import type { TestHouse } from './harness.ts';

/** What the house has told of one patient (or other lane), in order. */
export async function toldOf(
  house: TestHouse,
  lane: string,
): Promise<{ type: string; payload: Record<string, unknown> }[]> {
  return house.tenant((tx) =>
    tx.rows(sql<{ type: string; payload: Record<string, unknown> }>`
      select type, payload from kernel.outbox where hospital_id = ${tx.hospitalId} and lane = ${lane} order by id`),
  );
}
