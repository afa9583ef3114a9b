import type { EncounterClass } from '../../../../contract/encounters.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { type EncounterRow, lockStaysOf, lockVisit } from './encounter.store.ts';
import { visitOfAnother } from './problems.ts';
import { sameEpisode } from './same-episode.ts';
import type { StaySeen } from './stay-seen.ts';

/**
 * The stay a message means, locked: by its number, else one without a number that fits patient, class and times — what a colleague
 * entered by hand, or what an earlier message without a number brought. Null where it is new. Throws visitOfAnother where the number
 * belongs to another patient's stay.
 */
export async function findStay(tx: Tx, seen: StaySeen): Promise<EncounterRow | null> {
  const numbered = seen.visitNo ? await lockVisit(tx, seen.visitNo) : null;
  if (numbered) {
    if (numbered.patient_id !== seen.patientId) throw visitOfAnother();
    return numbered;
  }
  const open = (await lockStaysOf(tx, seen.patientId)).filter((row) => !seen.visitNo || row.visit_no === null);
  return open.find((row) => meant(row, seen)) ?? null;
}

/** A discharge is taken back without its time being told again. */
function meant(row: EncounterRow, seen: StaySeen): boolean {
  if (seen.kind !== 'cancel-discharge') return sameEpisode(episodeOf(row), seen);
  return (
    row.status === 'finished' &&
    sameEpisode(episodeOf(row), { ...seen, dischargedAt: seen.dischargedAt ?? row.discharged_at })
  );
}

/** What tells this stay from another of the same patient. */
export function episodeOf(row: EncounterRow) {
  return { class: row.class as EncounterClass, admittedAt: row.admitted_at, dischargedAt: row.discharged_at };
}
