import type { Scope } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { notFound } from '../../kernel/http/index.ts';
import { presentOrCover, reachesWard, staffByIds, staffOfWard } from '../identity/index.ts';
import { askingStaff, openToChange } from './access.ts';
import { unask } from './asked.store.ts';
import { type ItemRow, lockItem } from './item.store.ts';
import { emitAssigned, putItem } from './item.ts';
import { alertNotSnoozed, notOfWard, snoozeOutOfRange } from './problems.ts';

/** The item becomes mine and its chain stops. Taking what is mine already changes nothing. */
export async function take(tx: Tx, scope: Scope, id: string, version: number): Promise<ItemRow> {
  const me = askingStaff(scope);
  const item = await lockItem(tx, id);
  if (item && reachesWard(scope, item.ward_id) && item.taken_by === me && item.state === 'open') return item;
  return takeLocked(tx, scope, await openToChange(tx, scope, id, version));
}

/**
 * Beginning the work is taking it: called by the owner domain when a person opens its screen. Whoever works on it has it.
 * Does nothing on a closed or suspended item.
 */
export async function takeForWork(tx: Tx, scope: Scope, id: string): Promise<void> {
  const me = askingStaff(scope);
  const item = await lockItem(tx, id);
  if (!item || !reachesWard(scope, item.ward_id)) throw notFound();
  if (item.taken_by === me || (item.state !== 'open' && item.state !== 'snoozed')) return;
  await takeLocked(tx, scope, item);
}

async function takeLocked(tx: Tx, scope: Scope, item: ItemRow): Promise<ItemRow> {
  const me = askingStaff(scope);
  const told = [...(await unask(tx, item.id)), ...(item.owner_staff_id ? [item.owner_staff_id] : [])];
  const saved = await putItem(
    tx,
    { ...item, owner_staff_id: me, taken_at: tx.now, taken_by: me, state: 'open', snoozed_until: null },
    told,
  );
  await record(tx, scope, 'worklist.taken', saved);
  await emitAssigned(tx, saved);
  return saved;
}

/** Gives the item back: the chain starts again with whoever is on duty. */
export async function release(tx: Tx, scope: Scope, id: string, version: number): Promise<ItemRow> {
  const item = await openToChange(tx, scope, id, version);
  // Its present level counts as run out, so that the sweep asks the first level at which somebody is there at once.
  const levelSince = new Date(tx.now.getTime() - (item.ack_minutes ?? 0) * 60_000);
  const saved = await putItem(
    tx,
    {
      ...item,
      owner_staff_id: null,
      taken_at: null,
      taken_by: null,
      level: 'owner',
      level_since: levelSince,
      asked_rounds: 0,
    },
    item.owner_staff_id ? [item.owner_staff_id] : [],
  );
  await record(tx, scope, 'worklist.released', saved);
  await emitAssigned(tx, saved);
  return saved;
}

/** Gives the item to a colleague of its ward; while they are away, to their cover. */
export async function assign(tx: Tx, scope: Scope, id: string, version: number, staffId: string): Promise<ItemRow> {
  const item = await openToChange(tx, scope, id, version);
  const works = item.ward_id
    ? (await staffOfWard(tx, item.ward_id)).some((one) => one.id === staffId)
    : (await staffByIds(tx, [staffId])).length > 0;
  const present = works ? await presentOrCover(tx, staffId, tx.now) : null;
  if (!present) throw notOfWard();
  const told = [...(await unask(tx, item.id)), ...(item.owner_staff_id ? [item.owner_staff_id] : [])];
  const saved = await putItem(
    tx,
    {
      ...item,
      owner_staff_id: present,
      taken_at: null,
      taken_by: null,
      level: 'owner',
      level_since: tx.now,
      asked_rounds: 0,
    },
    told,
  );
  await record(tx, scope, 'worklist.assigned', saved, { staffId: present });
  await emitAssigned(tx, saved);
  return saved;
}

/** Puts the item aside until a time ahead, not beyond its last one. Throws on alerts. */
export async function snooze(tx: Tx, scope: Scope, id: string, version: number, until: Date): Promise<ItemRow> {
  const item = await openToChange(tx, scope, id, version);
  if (item.kind === 'alert') throw alertNotSnoozed();
  if (until <= tx.now || (item.limit_at !== null && until > item.limit_at)) throw snoozeOutOfRange();
  const saved = await putItem(tx, { ...item, state: 'snoozed', snoozed_until: until });
  await record(tx, scope, 'worklist.snoozed', saved, { until: until.toISOString() });
  return saved;
}

/** Brings a snoozed item back before its time. */
export async function wake(tx: Tx, scope: Scope, id: string, version: number): Promise<ItemRow> {
  const item = await openToChange(tx, scope, id, version);
  const saved = await putItem(tx, { ...item, state: 'open', snoozed_until: null });
  await record(tx, scope, 'worklist.woken', saved);
  return saved;
}

async function record(
  tx: Tx,
  scope: Scope,
  action: string,
  item: ItemRow,
  detail: Record<string, string> = {},
): Promise<void> {
  await audit(tx, scope, { action, subject: { kind: 'item', id: item.id }, patientId: item.patient_id, detail });
}
