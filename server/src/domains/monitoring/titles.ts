import type { Words } from '../../../../contract/common.ts';
import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { openPatient } from '../encounters/index.ts';
import { alertsByIds } from './alert.store.ts';
import type { Severity } from './events.ts';
import { measureOf } from './measures.ts';
import { readingsByIds } from './reading.store.ts';
import { figureTitle } from './texts.ts';

/** Alerts of a patient by id, for lines that speak of them. Throws not found for a patient out of reach. */
export async function alertTitles(
  tx: Tx,
  scope: Scope,
  patientId: string,
  ids: readonly string[],
): Promise<Map<string, { title: Words; reason: Words; severity: Severity }>> {
  await openPatient(tx, scope, patientId);
  const rows = (await alertsByIds(tx, ids)).filter((row) => row.patient_id === patientId);
  return new Map(rows.map((row) => [row.id, { title: row.title, reason: row.reason, severity: row.severity }]));
}

/** Readings of a patient by id with their figure, for lines that speak of them; `final` is false for corrected ones. */
export async function readingTitles(
  tx: Tx,
  scope: Scope,
  patientId: string,
  ids: readonly string[],
): Promise<Map<string, { title: Words; final: boolean }>> {
  await openPatient(tx, scope, patientId);
  const titles = new Map<string, { title: Words; final: boolean }>();
  for (const row of await readingsByIds(tx, ids)) {
    const measure = row.patient_id === patientId ? measureOf(row.code) : null;
    if (measure) titles.set(row.id, { title: figureTitle(measure, row.value), final: row.status === 'final' });
  }
  return titles;
}
