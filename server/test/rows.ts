import { type Statement, sql } from '../src/kernel/db/index.ts';
import type { TestHouse } from './harness.ts';

/** Payloads of events of a type that name this id, oldest first. */
export async function payloadsOf(test: TestHouse, type: string, key: string, id: string) {
  const rows = await test.tenant((tx) =>
    tx.rows(sql<{ payload: Record<string, string | number | boolean | null> }>`
      select payload from kernel.outbox where hospital_id = ${tx.hospitalId} and type = ${type} and payload ->> ${key} = ${id} order by id`),
  );
  return rows.map(({ payload }) => payload);
}

/** Everything the outbox has ever carried, as text. */
export async function outboxText(test: TestHouse): Promise<string> {
  const rows = await test.tenant((tx) =>
    tx.rows(sql<{ payload: string }>`select payload::text from kernel.outbox where hospital_id = ${tx.hospitalId}`),
  );
  return rows.map(({ payload }) => payload).join('\n');
}

export async function alertsOf(test: TestHouse, patientId: string) {
  return test.tenant((tx) =>
    tx.rows(sql<{ id: string; severity: string; rule_key: string; source_kind: string }>`
      select id, severity, rule_key, source_kind from monitoring.alert
      where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} order by raised_at, id`),
  );
}

export async function readingsOf(test: TestHouse, patientId: string) {
  return test.tenant((tx) =>
    tx.rows(sql<{ value: string; status: string; source: string }>`
      select value::text, status, source from monitoring.reading
      where hospital_id = ${tx.hospitalId} and patient_id = ${patientId} order by recorded_at, id`),
  );
}

/** The plan of a stay, and the task its call was made for. */
export async function planAndTask(test: TestHouse, encounterId: string) {
  return test.tenant((tx) =>
    tx.one(sql<{ plan: string; ended_reason: string | null; task: string }>`
      select p.state as plan, p.ended_reason, t.state as task from careplans.plan p
      join calls.call c on c.hospital_id = p.hospital_id and c.plan_id = p.id
      join careplans.task t on t.hospital_id = p.hospital_id and t.id = c.task_id
      where p.hospital_id = ${tx.hospitalId} and p.encounter_id = ${encounterId}`),
  );
}

export async function countCallsOf(test: TestHouse, encounterId: string): Promise<number> {
  const row = await test.tenant((tx) =>
    tx.one(sql<{ n: number }>`
      select count(*)::int as n from calls.call where hospital_id = ${tx.hospitalId} and encounter_id = ${encounterId}`),
  );
  return row.n;
}

/** How the planner would walk, were the table too long to be read whole. */
export async function planOf(test: TestHouse, statement: Statement<unknown>): Promise<string> {
  const lines = await test.tenant(async (tx) => {
    await tx.rows(sql`set local enable_seqscan = off`);
    return tx.rows(sql<{ 'QUERY PLAN': string }>`explain ${statement}`);
  });
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}

/** The call laid out for a stay. */
export async function callOfStay(test: TestHouse, encounterId: string) {
  return test.tenant((tx) =>
    tx.one(sql<{ id: string; item_id: string }>`
      select id, item_id from calls.call where hospital_id = ${tx.hospitalId} and encounter_id = ${encounterId}`),
  );
}

/** How many rows of each kind the hospital has, and how its deliveries stand. */
export async function countAll(test: TestHouse) {
  return test.tenant((tx) =>
    tx.one(sql<
      Record<
        'patients' | 'stays' | 'plans' | 'calls' | 'called' | 'items' | 'messages' | 'done' | 'undone' | 'parked',
        number
      >
    >`
      select (select count(*)::int from patients.patient where hospital_id = ${tx.hospitalId}) as patients,
        (select count(*)::int from encounters.encounter where hospital_id = ${tx.hospitalId} and status = 'finished') as stays,
        (select count(*)::int from careplans.plan where hospital_id = ${tx.hospitalId} and state <> 'not-started') as plans,
        (select count(*)::int from calls.call where hospital_id = ${tx.hospitalId}) as calls,
        (select count(distinct encounter_id)::int from calls.call where hospital_id = ${tx.hospitalId}) as called,
        (select count(*)::int from worklist.item where hospital_id = ${tx.hospitalId}) as items,
        (select count(*)::int from channels.message where hospital_id = ${tx.hospitalId}) as messages,
        (select count(*)::int from kernel.delivery where hospital_id = ${tx.hospitalId} and state = 'done') as done,
        (select count(*)::int from kernel.delivery where hospital_id = ${tx.hospitalId} and state <> 'done') as undone,
        (select count(*)::int from kernel.delivery where hospital_id = ${tx.hospitalId} and state = 'parked') as parked`),
  );
}
