import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';

/** Notes that these people were asked to take the item; asking one twice is one row. */
export async function ask(tx: Tx, itemId: string, staffIds: readonly string[], level: string): Promise<void> {
  if (staffIds.length === 0) return;
  await tx.rows(sql`
    insert into worklist.asked (hospital_id, item_id, staff_id, level, asked_at)
    values ${sql.join(staffIds.map((id) => sql`(${tx.hospitalId}, ${itemId}, ${id}, ${level}, ${tx.now})`))}
    on conflict (hospital_id, item_id, staff_id) do nothing`);
}

/** Nobody is asked for the item any more; returns who was. */
export async function unask(tx: Tx, itemId: string): Promise<string[]> {
  const rows = await tx.rows(
    sql<{
      staff_id: string;
    }>`delete from worklist.asked where hospital_id = ${tx.hospitalId} and item_id = ${itemId} returning staff_id`,
  );
  return rows.map((row) => row.staff_id);
}

/** Of these items, those for which the person has been asked. */
export async function askedAmong(tx: Tx, staffId: string, itemIds: readonly string[]): Promise<Set<string>> {
  if (itemIds.length === 0) return new Set();
  const rows = await tx.rows(sql<{ item_id: string }>`
    select item_id from worklist.asked
    where hospital_id = ${tx.hospitalId} and staff_id = ${staffId} and item_id = any(${[...itemIds]}::uuid[])`);
  return new Set(rows.map((row) => row.item_id));
}

export async function askedFor(tx: Tx, itemId: string): Promise<string[]> {
  const rows = await tx.rows(
    sql<{
      staff_id: string;
    }>`select staff_id from worklist.asked where hospital_id = ${tx.hospitalId} and item_id = ${itemId} order by staff_id`,
  );
  return rows.map((row) => row.staff_id);
}
