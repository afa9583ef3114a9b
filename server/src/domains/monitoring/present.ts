import type { z } from 'zod';
import type { StaffRef } from '../../../../contract/identity.ts';
import type { AlertRow, Reading } from '../../../../contract/monitoring.ts';
import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { listWards, staffByIds } from '../identity/index.ts';
import { patientCards } from '../patients/index.ts';
import { itemById } from '../worklist/index.ts';
import type { AlertStored } from './alert.store.ts';
import { isOpen } from './close.ts';
import { measureOf } from './measures.ts';
import type { ReadingRow } from './reading.store.ts';
import { titleOf } from './texts.ts';

type Staff = ReadonlyMap<string, z.infer<typeof StaffRef>>;

/** The people behind these ids, as lists name them. */
export async function staffNamed(tx: Tx, ids: readonly (string | null)[]): Promise<Staff> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = await staffByIds(tx, wanted);
  return new Map(rows.map((row) => [row.id as string, { id: row.id, staffNo: row.staff_no, name: row.name }]));
}

/** Alerts as lists show them, with who holds each. Those whose person this reader may not see at all are left out. */
export async function presentAlerts(tx: Tx, scope: Scope, alerts: readonly AlertStored[]): Promise<AlertRow[]> {
  const cards = await patientCards(
    tx,
    scope,
    alerts.map((alert) => alert.patient_id),
  );
  const holders = await holdersOf(tx, alerts);
  const staff = await staffNamed(tx, [
    ...holders.values(),
    ...alerts.flatMap((alert) => [alert.acknowledged_by, alert.resolved_by]),
  ]);
  const wards = new Map((await listWards(tx)).map((ward) => [ward.id as string, ward]));
  return alerts.flatMap((alert) => {
    const patient = cards.get(alert.patient_id);
    if (!patient) return [];
    const ward = alert.ward_id ? wards.get(alert.ward_id) : undefined;
    const measure = alert.code ? measureOf(alert.code) : null;
    const named = (id: string | null) => (id ? (staff.get(id) ?? null) : null);
    return [
      {
        id: alert.id,
        patient,
        encounterId: alert.encounter_id,
        ward: ward ? { id: ward.id, name: ward.name, phone: ward.phone } : null,
        severity: alert.severity,
        state: alert.state,
        code: alert.code,
        measure: measure && titleOf(measure),
        title: alert.title,
        reason: alert.reason,
        raisedAt: alert.raised_at.toISOString(),
        ackDueAt: alert.ack_due_at.toISOString(),
        lastEvidenceAt: alert.last_evidence_at?.toISOString() ?? null,
        holder: named(holders.get(alert.id) ?? null),
        acknowledgedBy: named(alert.acknowledged_by),
        acknowledgedAt: alert.acknowledged_at?.toISOString() ?? null,
        resolvedBy: named(alert.resolved_by),
        resolvedAt: alert.resolved_at?.toISOString() ?? null,
        actions: alert.actions,
        useful: alert.useful,
        closeCode: alert.close_code,
        version: alert.version,
      },
    ];
  });
}

/** Owners of the items of open alerts; the item alone knows. A page holds at most a hundred. */
async function holdersOf(tx: Tx, alerts: readonly AlertStored[]): Promise<Map<string, string | null>> {
  const holders = new Map<string, string | null>();
  for (const alert of alerts) {
    const item = isOpen(alert) && alert.item_id ? await itemById(tx, alert.item_id) : null;
    holders.set(alert.id, item?.owner_staff_id ?? null);
  }
  return holders;
}

export function presentReading(row: ReadingRow, staff: Staff): Reading {
  return {
    id: row.id,
    code: row.code,
    value: row.value,
    unit: row.unit,
    given:
      row.given_value !== null && row.given_unit !== null ? { value: row.given_value, unit: row.given_unit } : null,
    source: row.source,
    recordedBy: row.recorded_by ? (staff.get(row.recorded_by) ?? null) : null,
    effectiveAt: row.effective_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    confirmed: row.confirmed,
    note: row.note,
    status: row.status,
    supersededBy: row.superseded_by,
  };
}
