import type { z } from 'zod';
import type { AttemptWho, CallState, Outcome } from '../../../../contract/calls.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { CallsCallRow } from '../../kernel/db/tables.gen.ts';
import type { Script } from './script.ts';

/** A call as its stores hand it on. */
export interface CallRow
  extends Omit<
    CallsCallRow,
    'hospital_id' | 'script' | 'state' | 'variant' | 'outcome' | 'contact' | 'spoke_with' | 'hours_after_discharge'
  > {
  script: Script;
  state: z.infer<typeof CallState>;
  variant: 'home' | 'transferred' | 'against-advice';
  outcome: z.infer<typeof Outcome> | null;
  contact: 'human' | 'automated' | null;
  spoke_with: AttemptWho | null;
  /** numeric comes as text, digits kept. */
  hours_after_discharge: string | null;
}

const COLUMNS = sql`id, plan_id, task_id, patient_id, encounter_id, ward_id, item_id, variant, pack_slug, pack_version, script, state,
  discharged_at, window_from, due_at, limit_at, next_try_at, contact, outcome, spoke_with, hours_after_discharge, emergency_told_at,
  emergency_told_by, caller_staff_id, opened_at, finished_at, finished_by, seconds, reason_code, created_at, version`;

type NewCall = Pick<
  CallRow,
  | 'id'
  | 'plan_id'
  | 'task_id'
  | 'patient_id'
  | 'encounter_id'
  | 'ward_id'
  | 'item_id'
  | 'variant'
  | 'pack_slug'
  | 'pack_version'
  | 'script'
  | 'discharged_at'
  | 'window_from'
  | 'due_at'
  | 'limit_at'
>;

/** Adds the call of a task; the call cannot stand before its item, so the caller opens that first. */
export async function insertCall(tx: Tx, call: NewCall): Promise<void> {
  await tx.rows(sql`
    insert into calls.call (hospital_id, id, plan_id, task_id, patient_id, encounter_id, ward_id, item_id, variant, pack_slug, pack_version,
      script, discharged_at, window_from, due_at, limit_at, created_at)
    values (${tx.hospitalId}, ${call.id}, ${call.plan_id}, ${call.task_id}, ${call.patient_id}, ${call.encounter_id}, ${call.ward_id},
      ${call.item_id}, ${call.variant}, ${call.pack_slug}, ${call.pack_version}, ${JSON.stringify(call.script)}, ${call.discharged_at},
      ${call.window_from}, ${call.due_at}, ${call.limit_at}, ${tx.now})`);
}

/** Lays a call that nobody has begun out anew: script, item and times, waiting again. */
export async function renewCall(tx: Tx, call: NewCall): Promise<void> {
  await tx.rows(sql`
    update calls.call set item_id = ${call.item_id}, ward_id = ${call.ward_id}, variant = ${call.variant}, pack_slug = ${call.pack_slug},
      pack_version = ${call.pack_version}, script = ${JSON.stringify(call.script)}, discharged_at = ${call.discharged_at},
      window_from = ${call.window_from}, due_at = ${call.due_at}, limit_at = ${call.limit_at}, state = 'waiting', reason_code = null,
      version = version + 1
    where hospital_id = ${tx.hospitalId} and id = ${call.id}`);
}

export async function callById(tx: Tx, id: string): Promise<CallRow | null> {
  return tx.maybe(
    sql<CallRow>`select ${COLUMNS} from calls.call where hospital_id = ${tx.hospitalId} and id = ${id}`,
    'calls-by-id',
  );
}

/** The call, locked until the transaction ends. */
export async function lockCall(tx: Tx, id: string): Promise<CallRow | null> {
  return tx.maybe(
    sql<CallRow>`select ${COLUMNS} from calls.call where hospital_id = ${tx.hospitalId} and id = ${id} for update`,
  );
}

/** Calls of a plan, locked, in the order of their times. */
export async function lockCallsOfPlan(tx: Tx, planId: string): Promise<CallRow[]> {
  return tx.rows(sql<CallRow>`
    select ${COLUMNS} from calls.call where hospital_id = ${tx.hospitalId} and plan_id = ${planId} order by due_at, id for update`);
}

/** Calls of a patient that have not ended, locked. */
export async function lockLiveCalls(tx: Tx, patientId: string): Promise<CallRow[]> {
  return tx.rows(sql<CallRow>`
    select ${COLUMNS} from calls.call where hospital_id = ${tx.hospitalId} and patient_id = ${patientId}
    and state in ('waiting', 'in-progress', 'suspended', 'unreachable') order by id for update`);
}

/** Calls of a stay that have not ended. */
export async function liveCallsOfStay(tx: Tx, encounterId: string, patientId: string): Promise<CallRow[]> {
  return tx.rows(sql<CallRow>`
    select ${COLUMNS} from calls.call where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} and encounter_id = ${encounterId}
    and state in ('waiting', 'in-progress', 'suspended', 'unreachable') order by id`);
}

/** The newest calls of a patient. */
export async function callsOf(tx: Tx, patientId: string): Promise<CallRow[]> {
  return tx.rows(sql<CallRow>`
    select ${COLUMNS} from calls.call where hospital_id = ${tx.hospitalId} and patient_id = ${patientId}
    order by discharged_at desc, id desc limit 20`);
}

/** Writes what may change in a call's life; the caller holds its lock. */
export async function saveCall(tx: Tx, call: CallRow): Promise<CallRow> {
  return tx.one(sql<CallRow>`
    update calls.call set state = ${call.state}, item_id = ${call.item_id}, next_try_at = ${call.next_try_at}, contact = ${call.contact},
      outcome = ${call.outcome}, spoke_with = ${call.spoke_with}, hours_after_discharge = ${call.hours_after_discharge},
      emergency_told_at = ${call.emergency_told_at}, emergency_told_by = ${call.emergency_told_by}, caller_staff_id = ${call.caller_staff_id},
      opened_at = ${call.opened_at}, finished_at = ${call.finished_at}, finished_by = ${call.finished_by}, seconds = ${call.seconds},
      reason_code = ${call.reason_code}, version = version + 1
    where hospital_id = ${tx.hospitalId} and id = ${call.id} returning ${COLUMNS}`);
}

/** Hangs the calls of one patient on another. */
export async function moveCalls(tx: Tx, from: string, into: string): Promise<void> {
  await tx.rows(
    sql`update calls.call set patient_id = ${into} where hospital_id = ${tx.hospitalId} and patient_id = ${from}`,
  );
}
