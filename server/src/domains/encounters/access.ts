import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { notFound } from '../../kernel/http/index.ts';
import { isUuid } from '../../kernel/ids/index.ts';
import { permissionsOf, permit, reachesWard } from '../identity/index.ts';
import { standsFor } from '../patients/index.ts';
import { type EncounterRow, encounterById, wardsOf } from './encounter.store.ts';

export type OpenEncounter = EncounterRow;

/** The stay, when its ward is in reach. Throws not found otherwise, whether or not it exists. */
export async function openEncounter(tx: Tx, scope: Scope, id: string): Promise<OpenEncounter> {
  const row = await encounterById(tx, id);
  if (!row || !reachesWard(scope, row.ward_id)) throw notFound();
  return row;
}

/**
 * The id of the record that stands for this person, when a stay of theirs is or was on a ward in reach; whoever reaches the whole
 * hospital reaches everybody. Throws not found otherwise, whether or not they exist.
 */
export async function openPatient(tx: Tx, scope: Scope, patientId: string): Promise<string> {
  const id = await standsFor(tx, patientId);
  if (!id || !(await reaches(tx, scope, id))) throw notFound();
  return id;
}

async function reaches(tx: Tx, scope: Scope, patientId: string): Promise<boolean> {
  if (scope.wards === 'all') return true;
  return (await wardsOf(tx, patientId)).some((wardId) => reachesWard(scope, wardId));
}

/** May this person watch `patient:<id>`? Hints tell nothing, but that there are hints tells of a patient. */
export async function mayWatchPatient(tx: Tx, scope: Scope, patientId: string): Promise<boolean> {
  const { principal } = scope;
  if (principal.kind !== 'staff' || !permissionsOf(principal).includes('patients.read') || !isUuid(patientId))
    return false;
  const id = await standsFor(tx, patientId);
  return id !== null && reaches(tx, permit(principal, 'patients.read'), id);
}
