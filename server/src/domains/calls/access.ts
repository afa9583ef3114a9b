import { type Scope, staffOf } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { forbidden, notFound } from '../../kernel/http/index.ts';
import type { StaffId } from '../../kernel/ids/index.ts';
import { openEncounter } from '../encounters/index.ts';
import { type CallRow, callById, lockCall } from './call.store.ts';
import { callClosed, callSuspended } from './problems.ts';

/** The call, when its stay is in reach. Throws not found otherwise, whether or not it exists. */
export async function openCallRecord(tx: Tx, scope: Scope, id: string): Promise<CallRow> {
  const call = await callById(tx, id);
  if (!call) throw notFound();
  await openEncounter(tx, scope, call.encounter_id);
  return call;
}

/** The call locked for a change. Throws not found, call closed or call suspended. */
export async function openToWrite(tx: Tx, scope: Scope, id: string): Promise<CallRow> {
  await openCallRecord(tx, scope, id);
  const call = await lockCall(tx, id);
  if (!call) throw notFound();
  if (call.state === 'finished' || call.state === 'cancelled') throw callClosed();
  if (call.state === 'suspended') throw callSuspended();
  return call;
}

/** The member of the staff who asks. */
export function askingStaff(scope: Scope): StaffId {
  const staffId = staffOf(scope);
  if (!staffId) throw forbidden();
  return staffId;
}
