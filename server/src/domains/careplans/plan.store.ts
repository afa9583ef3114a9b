import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { CareplansPlanRow } from '../../kernel/db/tables.gen.ts';

export type PlanRow = Omit<CareplansPlanRow, 'hospital_id'>;

const COLUMNS = sql`id, patient_id, encounter_id, ward_id, state, variant, slug, pack_version, because, disposition, discharged_at,
  surgery_at, laid_out_until, paused_reasons, ended_reason, ended_at, not_started_reason, choice_item_id, wake_at, created_at, version`;

export async function planById(tx: Tx, id: string): Promise<PlanRow | null> {
  return tx.maybe(
    sql<PlanRow>`select ${COLUMNS} from careplans.plan where hospital_id = ${tx.hospitalId} and id = ${id}`,
  );
}

/** As `planById`, and nobody else changes it until this transaction ends. */
export async function lockPlan(tx: Tx, id: string): Promise<PlanRow | null> {
  return tx.maybe(
    sql<PlanRow>`select ${COLUMNS} from careplans.plan where hospital_id = ${tx.hospitalId} and id = ${id} for update`,
  );
}

/** Every plan a stay has had, newest first, locked: one that has not ended comes at most once. */
export async function lockPlansOfStay(tx: Tx, encounterId: string): Promise<PlanRow[]> {
  return tx.rows(sql<PlanRow>`
    select ${COLUMNS} from careplans.plan where hospital_id = ${tx.hospitalId} and encounter_id = ${encounterId}
    order by created_at desc, id desc for update`);
}

/** Plans of a patient that are under way, rest or wait for a choice, locked in one order. */
export async function lockLivePlans(tx: Tx, patientId: string): Promise<PlanRow[]> {
  return tx.rows(sql<PlanRow>`
    select ${COLUMNS} from careplans.plan where hospital_id = ${tx.hospitalId} and patient_id = ${patientId}
    and state in ('active', 'paused', 'awaiting-choice') order by id for update`);
}

/** Stays of a patient whose plan a death ended or kept from beginning. */
export async function staysStoppedByDeath(tx: Tx, patientId: string): Promise<string[]> {
  const rows = await tx.rows(sql<{ encounter_id: string }>`
    select distinct encounter_id from careplans.plan where hospital_id = ${tx.hospitalId} and patient_id = ${patientId}
    and ((state = 'ended' and ended_reason = 'died') or (state = 'not-started' and not_started_reason = 'died'))
    order by encounter_id`);
  return rows.map((row) => row.encounter_id);
}

/** Writes a plan; null where the stay already has one that has not ended. */
export async function insertPlan(tx: Tx, plan: Omit<PlanRow, 'created_at' | 'version'>): Promise<PlanRow | null> {
  return tx.maybe(sql<PlanRow>`
    insert into careplans.plan (hospital_id, id, patient_id, encounter_id, ward_id, state, variant, slug, pack_version, because,
      disposition, discharged_at, surgery_at, laid_out_until, paused_reasons, not_started_reason, choice_item_id, wake_at, created_at)
    values (${tx.hospitalId}, ${plan.id}, ${plan.patient_id}, ${plan.encounter_id}, ${plan.ward_id}, ${plan.state}, ${plan.variant},
      ${plan.slug}, ${plan.pack_version}, ${JSON.stringify(plan.because)}, ${plan.disposition}, ${plan.discharged_at}, ${plan.surgery_at},
      ${plan.laid_out_until}, ${plan.paused_reasons}, ${plan.not_started_reason}, ${plan.choice_item_id}, ${plan.wake_at}, ${tx.now})
    on conflict (hospital_id, encounter_id) where state <> 'ended' do nothing
    returning ${COLUMNS}`);
}

/** Writes a plan that was read under lock; its version rises. */
export async function savePlan(tx: Tx, plan: PlanRow): Promise<PlanRow> {
  return tx.one(sql<PlanRow>`
    update careplans.plan set ward_id = ${plan.ward_id}, state = ${plan.state}, variant = ${plan.variant}, slug = ${plan.slug},
      pack_version = ${plan.pack_version}, because = ${JSON.stringify(plan.because)}, disposition = ${plan.disposition},
      discharged_at = ${plan.discharged_at}, surgery_at = ${plan.surgery_at}, laid_out_until = ${plan.laid_out_until},
      paused_reasons = ${plan.paused_reasons}, ended_reason = ${plan.ended_reason}, ended_at = ${plan.ended_at},
      not_started_reason = ${plan.not_started_reason}, choice_item_id = ${plan.choice_item_id}, wake_at = ${plan.wake_at},
      version = version + 1
    where hospital_id = ${tx.hospitalId} and id = ${plan.id} returning ${COLUMNS}`);
}

/** Sets the next turn of a plan; no change that a reader would notice. */
export async function wakePlanAt(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx.rows(
    sql`update careplans.plan set wake_at = ${at} where hospital_id = ${tx.hospitalId} and id = ${id} and state in ('active', 'paused')`,
  );
}

interface Place {
  readonly limit: number;
  readonly after: { readonly at: Date; readonly id: string } | null;
}

/** Plans of a patient, newest discharge first. */
export async function plansOfPatient(tx: Tx, patientId: string, page: Place): Promise<PlanRow[]> {
  return tx.rows(sql<PlanRow>`
    select ${COLUMNS} from careplans.plan where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} ${before(page)}
    order by discharged_at desc, id limit ${page.limit}`);
}

/** The plan of a stay that has not ended, else the last one it had. */
export async function planOfStay(tx: Tx, encounterId: string): Promise<PlanRow | null> {
  return tx.maybe(sql<PlanRow>`
    select ${COLUMNS} from careplans.plan where hospital_id = ${tx.hospitalId} and encounter_id = ${encounterId}
    order by (state = 'ended'), created_at desc, id desc limit 1`);
}

/** Discharges of a ward without a plan, newest first. */
export async function notStarted(tx: Tx, wardId: string, page: Place): Promise<PlanRow[]> {
  return tx.rows(sql<PlanRow>`
    select ${COLUMNS} from careplans.plan
    where hospital_id = ${tx.hospitalId} and ward_id = ${wardId} and state = 'not-started' ${before(page)}
    order by discharged_at desc, id limit ${page.limit}`);
}

/** How many there are; the count stops at 1000. */
export async function countNotStarted(tx: Tx, wardId: string): Promise<number> {
  const row = await tx.one(sql<{ n: number }>`
    select count(*)::int as n from (
      select 1 from careplans.plan where hospital_id = ${tx.hospitalId} and ward_id = ${wardId} and state = 'not-started' limit 1000) c`);
  return row.n;
}

function before({ after }: Place) {
  return after ? sql`and (discharged_at < ${after.at} or (discharged_at = ${after.at} and id > ${after.id}))` : sql``;
}

/** Plans and tasks of `from` become those of `into`. */
export async function movePlans(tx: Tx, from: string, into: string): Promise<void> {
  await tx.rows(
    sql`update careplans.plan set patient_id = ${into} where hospital_id = ${tx.hospitalId} and patient_id = ${from}`,
  );
  await tx.rows(sql`
    update careplans.task t set patient_id = ${into} from careplans.plan p
    where p.hospital_id = ${tx.hospitalId} and t.hospital_id = p.hospital_id and t.plan_id = p.id and p.patient_id = ${into}
    and t.patient_id = ${from}`);
}
