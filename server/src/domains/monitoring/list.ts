import type { AlertQuery, AlertRow, Reading } from '../../../../contract/monitoring.ts';
import { type Scope, staffOf } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { openWard } from '../identity/index.ts';
import { itemById } from '../worklist/index.ts';
import { type AlertStored, pageOfClosed, pageOfOpen } from './alert.store.ts';
import { type Place, readCursor, writeCursor } from './cursor.ts';
import { presentAlerts, presentReading, staffNamed } from './present.ts';
import { pageOfReadings } from './reading.store.ts';

interface PageOf<T> {
  items: T[];
  next: string | null;
}

/** Alerts in reach. Open: red before amber, then the longest waiting. Closed: the last closed first. */
export async function alertsOf(tx: Tx, scope: Scope, query: AlertQuery): Promise<PageOf<AlertRow>> {
  const wards = query.wardId
    ? [(await openWard(tx, scope, query.wardId)).id]
    : scope.wards === 'all'
      ? null
      : scope.wards;
  const mine = query.holder === 'me' ? staffOf(scope) : null;
  const read = (after: Place | null, limit: number) =>
    query.state === 'open'
      ? pageOfOpen(tx, { wards, closedBy: null, limit }, after)
      : pageOfClosed(tx, { wards, closedBy: mine, limit }, after);
  const { rows, next } =
    mine && query.state === 'open'
      ? await heldBy(tx, mine, read, query)
      : cut(await read(readCursor(query.after), query.limit + 1), query.limit);
  return { items: await presentAlerts(tx, scope, rows), next: next && writeCursor(placeOf(next)) };
}

/** Reads on until a page of this person's is full: who holds an alert is known to its item only. */
async function heldBy(
  tx: Tx,
  staffId: string,
  read: (after: Place | null, limit: number) => Promise<AlertStored[]>,
  query: AlertQuery,
): Promise<{ rows: AlertStored[]; next: AlertStored | null }> {
  const mine: AlertStored[] = [];
  for (let after = readCursor(query.after); ; ) {
    const rows = await read(after, 100);
    for (const alert of rows) {
      const item = alert.item_id ? await itemById(tx, alert.item_id) : null;
      if (item?.owner_staff_id === staffId) mine.push(alert);
      if (mine.length > query.limit) return cut(mine, query.limit);
    }
    const last = rows.at(-1);
    if (!last || rows.length < 100) return { rows: mine, next: null };
    after = placeOf(last);
  }
}

function cut(rows: AlertStored[], limit: number): { rows: AlertStored[]; next: AlertStored | null } {
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? (shown.at(-1) ?? null) : null };
}

function placeOf(alert: AlertStored): Place {
  const closed = alert.state === 'resolved' || alert.state === 'dismissed';
  return {
    danger: alert.severity === 'red' ? 0 : 1,
    at: closed ? (alert.resolved_at ?? alert.raised_at) : alert.raised_at,
    id: alert.id,
  };
}

/** Readings of one measure of a patient the caller has opened, newest first. */
export async function readingsOf(
  tx: Tx,
  patientId: string,
  query: { code: string; limit: number; after?: string | undefined },
): Promise<PageOf<Reading>> {
  const rows = await pageOfReadings(tx, patientId, query.code, query.limit + 1, readCursor(query.after));
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  const staff = await staffNamed(
    tx,
    shown.map((row) => row.recorded_by),
  );
  return {
    items: shown.map((row) => presentReading(row, staff)),
    next: last ? writeCursor({ danger: 0, at: last.effective_at, id: last.id }) : null,
  };
}
