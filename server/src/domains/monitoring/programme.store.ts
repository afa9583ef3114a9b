import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { MonitoringProgrammeRow } from '../../kernel/db/tables.gen.ts';

export type ProgrammeRow = Omit<MonitoringProgrammeRow, 'hospital_id' | 'state'> & {
  state: 'active' | 'paused' | 'ended';
};

const COLUMNS = sql.raw(
  'id, patient_id, encounter_id, slug, pack_version, codes, discharge_on, surgery_on, starts_at, ends_at, state, state_reason',
);

/** Lays a plan's programme, or lays it anew from what the plan says now; its state is left as it is. */
export async function putProgramme(
  tx: Tx,
  programme: Omit<ProgrammeRow, 'state' | 'state_reason' | 'ends_at'>,
): Promise<void> {
  await tx.rows(sql`
    insert into monitoring.programme (hospital_id, id, patient_id, encounter_id, slug, pack_version, codes, discharge_on, surgery_on, starts_at)
    values (${tx.hospitalId}, ${programme.id}, ${programme.patient_id}, ${programme.encounter_id}, ${programme.slug}, ${programme.pack_version},
      ${programme.codes}::text[], ${programme.discharge_on}, ${programme.surgery_on}, ${programme.starts_at})
    on conflict (hospital_id, id) do update set slug = excluded.slug, pack_version = excluded.pack_version, codes = excluded.codes,
      discharge_on = excluded.discharge_on, surgery_on = excluded.surgery_on`);
}

/** Sets the state of a plan's programme; one that has ended stays so. Returns whether a row changed. */
export async function setProgrammeState(
  tx: Tx,
  id: string,
  state: ProgrammeRow['state'],
  reason: string | null,
): Promise<boolean> {
  const count = await tx.count(sql`
    update monitoring.programme set state = ${state}, state_reason = ${reason}, ends_at = ${state === 'ended' ? tx.now : null}
    where hospital_id = ${tx.hospitalId} and id = ${id} and state <> 'ended' and state <> ${state}`);
  return count === 1;
}

export async function endProgrammesOf(tx: Tx, patientId: string, reason: string): Promise<void> {
  await tx.rows(sql`
    update monitoring.programme set state = 'ended', state_reason = ${reason}, ends_at = ${tx.now}
    where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} and state <> 'ended'`);
}

/** The programmes of a patient that have not ended, newest first. */
export async function liveProgrammes(tx: Tx, patientId: string): Promise<ProgrammeRow[]> {
  return tx.rows(
    sql<ProgrammeRow>`
    select ${COLUMNS} from monitoring.programme
    where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} and state <> 'ended' order by starts_at desc, id limit 20`,
    'monitoring-live-programmes',
  );
}

/**
 * The same, with their rows locked: readings of one patient are judged one after another, so that of two told in the same moment
 * the second sees the first (38.0 twice must be seen as twice).
 */
export async function lockProgrammes(tx: Tx, patientId: string): Promise<ProgrammeRow[]> {
  return tx.rows(
    sql<ProgrammeRow>`
    select ${COLUMNS} from monitoring.programme
    where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} and state <> 'ended' order by id for update`,
    'monitoring-lock-programmes',
  );
}

/** The newest programme of a patient, ended or not. */
export async function newestProgramme(tx: Tx, patientId: string): Promise<ProgrammeRow | null> {
  return tx.maybe(sql<ProgrammeRow>`
    select ${COLUMNS} from monitoring.programme
    where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} order by starts_at desc, id desc limit 1`);
}

export async function moveProgrammes(tx: Tx, from: string, into: string): Promise<void> {
  await tx.rows(
    sql`update monitoring.programme set patient_id = ${into} where hospital_id = ${tx.hospitalId} and patient_id = ${from}`,
  );
}
