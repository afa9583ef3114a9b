import type { Disposition } from '../../../../contract/encounters.ts';
import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { correctDeath, markDeceased } from '../patients/index.ts';
import type { StayEvent } from './decide.ts';
import type { EncounterRow } from './encounter.store.ts';

/** From a day on the window of the day-one call has begun to run. */
const LATE_MS = 24 * 3_600_000;

/** Says what happened to a stay, once, with the names of what changed. */
export async function tellStay(tx: Tx, row: EncounterRow, type: StayEvent, changed: readonly string[]): Promise<void> {
  const ids = { encounterId: row.id, patientId: row.patient_id };
  tx.hint(`patient:${row.patient_id}`, 'encounter', row.id);
  switch (type) {
    case 'encounter.discharged': {
      const dischargedAt = row.discharged_at ?? tx.now;
      await emit(tx, {
        type,
        lane: row.patient_id,
        payload: {
          ...ids,
          dischargedAt: dischargedAt.toISOString(),
          // A feed that does not say how somebody left says nothing against going home.
          disposition: (row.disposition ?? 'other') as Disposition,
          recordedLate: tx.now.getTime() - dischargedAt.getTime() >= LATE_MS,
        },
      });
      return;
    }
    case 'encounter.discharge-cancelled':
    case 'encounter.admission-cancelled':
      await emit(tx, { type, lane: row.patient_id, payload: ids });
      return;
    case 'encounter.admitted': {
      const admittedAt = row.admitted_at?.toISOString() ?? null;
      await emit(tx, { type, lane: row.patient_id, payload: { ...ids, changed, admittedAt } });
      return;
    }
    case 'encounter.updated':
    case 'encounter.transferred':
      await emit(tx, { type, lane: row.patient_id, payload: { ...ids, changed } });
      return;
    default: {
      return type satisfies never;
    }
  }
}

/** A stay that ended in death is a death of the patient; where that is taken back, so is the death. */
export async function tellDeath(tx: Tx, scope: Scope, before: EncounterRow | null, after: EncounterRow): Promise<void> {
  const source = scope.principal.kind === 'staff' ? 'staff' : 'feed';
  const was = before?.disposition === 'died';
  const is = after.disposition === 'died' && after.status === 'finished';
  if (is && !was) await markDeceased(tx, scope, after.patient_id, after.discharged_at ?? tx.now, source);
  if (was && !is) await correctDeath(tx, scope, after.patient_id, source);
}
