import type { ItemKind } from '../../../../contract/worklist.ts';
import { type Scope, staffOf } from '../../kernel/access/index.ts';
import { type Statement, sql, type Tx } from '../../kernel/db/index.ts';
import { COLUMNS, type ItemRow } from './item.store.ts';

/** Which part of the list is asked for. */
export interface ListFilter {
  readonly wardId: string | null;
  readonly mine: boolean;
  readonly kind: ItemKind | null;
  readonly state: 'open' | 'snoozed';
}

/** The last row of the page before: the three columns the list is ordered by. */
export interface ListPlace {
  readonly rank: number;
  readonly dueAt: Date;
  readonly id: string;
}

/** Counts stop here: beyond it a number tells nobody anything and costs a scan. */
export const COUNT_STOP = 1001;

/** One page of the list, most pressing first. */
export async function pageOfItems(
  tx: Tx,
  scope: Scope,
  filter: ListFilter,
  after: ListPlace | null,
  limit: number,
): Promise<ItemRow[]> {
  return tx.rows(pageStatement(tx, scope, filter, after, limit));
}

/** Every branch walks one index range in order and stops at the limit; the tests ask the planner. */
export function pageStatement(
  tx: Pick<Tx, 'hospitalId'>,
  scope: Scope,
  filter: ListFilter,
  after: ListPlace | null,
  limit: number,
): Statement<ItemRow> {
  const from = after ? sql`and (rank, due_at, id) > (${after.rank}, ${after.dueAt}, ${after.id})` : sql``;
  const tail = sql`order by rank, due_at, id limit ${limit}`;
  return sql<ItemRow>`${source(tx, scope, filter, sql`${COLUMNS}`, from, tail)}`;
}

/** How many rows a filter has, up to `COUNT_STOP`. */
export async function countOfItems(tx: Tx, scope: Scope, filter: ListFilter, late = false): Promise<number> {
  const only = late ? sql`and overdue_at is not null` : sql``;
  const rows = source(tx, scope, filter, sql`id, rank, due_at`, only, sql`limit ${COUNT_STOP}`);
  const row = await tx.one(sql<{ n: number }>`select count(*)::int as n from (${rows}) counted`);
  return row.n;
}

function source(
  tx: Pick<Tx, 'hospitalId'>,
  scope: Scope,
  filter: ListFilter,
  columns: Statement<unknown>,
  more: Statement<unknown>,
  tail: Statement<unknown>,
): Statement<unknown> {
  const kind = filter.kind ? sql`and kind = ${filter.kind}` : sql``;
  const wards = filter.wardId ? [filter.wardId] : scope.wards === 'all' ? null : [...scope.wards];
  const common = sql`hospital_id = ${tx.hospitalId} and state = ${filter.state} ${kind} ${more}`;
  const reach = wards ? sql`and ward_id = any(${wards}::uuid[])` : sql``;
  if (filter.mine) {
    const me = staffOf(scope);
    return sql`select ${columns} from (
      (select ${columns} from worklist.item where ${common} and owner_staff_id = ${me} ${reach} ${tail})
      union
      (select ${columns} from worklist.item where ${common} ${reach} and id in (
        select item_id from worklist.asked where hospital_id = ${tx.hospitalId} and staff_id = ${me}) ${tail})
    ) own ${tail}`;
  }
  if (!wards) return sql`select ${columns} from worklist.item where ${common} ${tail}`;
  if (wards.length === 1)
    return sql`select ${columns} from worklist.item where ${common} and ward_id = ${wards[0]} ${tail}`;
  // A nurse of several wards: one ordered range each, merged, instead of a sort of all.
  return sql`select ${columns} from unnest(${wards}::uuid[]) reach (of_ward) cross join lateral (
    select ${columns} from worklist.item where ${common} and ward_id = reach.of_ward ${tail}) part ${tail}`;
}
