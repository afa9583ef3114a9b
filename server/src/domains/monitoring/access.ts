import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { notFound } from '../../kernel/http/index.ts';
import { openPatient } from '../encounters/index.ts';
import { reachesWard } from '../identity/index.ts';
import { type AlertStored, alertById } from './alert.store.ts';

/** The alert, when its ward or its patient is in reach. Throws not found otherwise, whether or not it exists. */
export async function openAlert(tx: Tx, scope: Scope, alertId: string): Promise<AlertStored> {
  const alert = await alertById(tx, alertId);
  if (!alert) throw notFound();
  if (!reachesWard(scope, alert.ward_id)) await openPatient(tx, scope, alert.patient_id);
  return alert;
}
