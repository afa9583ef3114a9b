import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';
import type { CareplansTaskRow } from '../../kernel/db/tables.gen.ts';
import { newId } from '../../kernel/ids/index.ts';
import { REPLANNED, type StandingTask } from './lay/diff.ts';
import type { LaidTask } from './lay/lay-out.ts';

export type TaskRow = Omit<CareplansTaskRow, 'hospital_id'>;

const COLUMNS = sql`id, plan_id, patient_id, encounter_id, task_key, occurrence, kind, owner, title, ref, due_at, limit_at, state,
  reason_code, result, done_at, done_by, wake_at, created_at, version`;

/** What a patient does by the day: shown from the hour, never woken one by one (the plan's turn at midnight closes them). */
export const DAILY_KINDS: readonly string[] = ['exercise', 'measurement'];

const wakeAt = (task: LaidTask) => (task.state === 'waiting' && !DAILY_KINDS.includes(task.kind) ? task.dueAt : null);

const written = (task: LaidTask) => ({
  task_key: task.taskKey,
  occurrence: task.occurrence,
  kind: task.kind,
  owner: task.owner,
  title: task.title,
  ref: task.ref,
  due_at: task.dueAt,
  limit_at: task.limitAt,
  state: task.state,
  reason_code: task.reasonCode,
  wake_at: wakeAt(task),
});

/** Writes tasks of a plan in one statement, however many there are (a knee has some 170); places that are taken stay as they are. */
export async function insertTasks(
  tx: Tx,
  plan: { id: string; patient_id: string; encounter_id: string },
  tasks: readonly LaidTask[],
): Promise<void> {
  if (tasks.length === 0) return;
  const rows = JSON.stringify(tasks.map((task) => ({ id: newId(), ...written(task) })));
  await tx.rows(
    sql`
    insert into careplans.task (hospital_id, id, plan_id, patient_id, encounter_id, task_key, occurrence, kind, owner, title, ref,
      due_at, limit_at, state, reason_code, wake_at, created_at)
    select ${tx.hospitalId}, id, ${plan.id}, ${plan.patient_id}, ${plan.encounter_id}, task_key, occurrence, kind, owner, title, ref,
      due_at, limit_at, state, reason_code, wake_at, ${tx.now}
    from jsonb_to_recordset(${rows}::jsonb) as t (id uuid, task_key text, occurrence text, kind text, owner text, title jsonb, ref text,
      due_at timestamptz, limit_at timestamptz, state text, reason_code text, wake_at timestamptz)
    on conflict (hospital_id, plan_id, task_key, occurrence) do nothing`,
    'careplans-insert-tasks',
  );
}

/** Gives tasks that nobody has begun their new place. */
export async function moveTasks(
  tx: Tx,
  planId: string,
  moves: readonly { id: string; task: LaidTask }[],
): Promise<void> {
  if (moves.length === 0) return;
  const rows = JSON.stringify(moves.map(({ id, task }) => ({ id, ...written(task) })));
  await tx.rows(sql`
    update careplans.task set kind = t.kind, owner = t.owner, title = t.title, ref = t.ref, due_at = t.due_at, limit_at = t.limit_at,
      state = t.state, reason_code = t.reason_code, wake_at = t.wake_at, version = careplans.task.version + 1
    from jsonb_to_recordset(${rows}::jsonb) as t (id uuid, kind text, owner text, title jsonb, ref text, due_at timestamptz,
      limit_at timestamptz, state text, reason_code text, wake_at timestamptz)
    where careplans.task.hospital_id = ${tx.hospitalId} and careplans.task.plan_id = ${planId} and careplans.task.id = t.id`);
}

/** Takes tasks out that a new layout no longer has. */
export async function takeOut(tx: Tx, planId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.rows(sql`
    update careplans.task set state = 'cancelled', reason_code = ${REPLANNED}, wake_at = null, version = version + 1
    where hospital_id = ${tx.hospitalId} and plan_id = ${planId} and id = any(${[...ids]}::uuid[]) and state = 'waiting'`);
}

/** What was not done of a plan that ends. */
export async function cancelOpen(tx: Tx, planId: string, reason: string): Promise<void> {
  await tx.rows(sql`
    update careplans.task set state = 'cancelled', reason_code = ${reason}, wake_at = null, version = version + 1
    where hospital_id = ${tx.hospitalId} and plan_id = ${planId} and state in ('waiting', 'due')`);
}

/** What the patient would have done by now and did not. */
export async function closeLapsed(tx: Tx, planId: string): Promise<void> {
  await tx.rows(sql`
    update careplans.task set state = 'skipped', reason_code = 'lapsed', wake_at = null, version = version + 1
    where hospital_id = ${tx.hospitalId} and plan_id = ${planId} and state in ('waiting', 'due') and owner = 'patient'
    and limit_at <= ${tx.now}`);
}

/** After a rest: what is past is skipped, what is owed late (a call, or inside its limit) wakes at once. */
export async function settleAfterRest(tx: Tx, planId: string): Promise<void> {
  await tx.rows(sql`
    update careplans.task set state = 'skipped', reason_code = 'past-while-paused', wake_at = null, version = version + 1
    where hospital_id = ${tx.hospitalId} and plan_id = ${planId} and state = 'waiting' and kind <> 'call'
    and coalesce(limit_at, due_at) <= ${tx.now}`);
  await tx.rows(sql`
    update careplans.task set wake_at = due_at
    where hospital_id = ${tx.hospitalId} and plan_id = ${planId} and state = 'waiting' and due_at <= ${tx.now}
    and kind <> all(${[...DAILY_KINDS]}::text[])`);
}

/** What the end by a death took out, as it was before: nobody has begun it. */
export async function reopenDied(tx: Tx, planId: string): Promise<void> {
  await tx.rows(sql`
    update careplans.task set state = 'waiting', reason_code = null, version = version + 1,
      wake_at = case when kind = any(${[...DAILY_KINDS]}::text[]) then null else due_at end
    where hospital_id = ${tx.hospitalId} and plan_id = ${planId} and state = 'cancelled' and reason_code = 'died'`);
}

/** Messages of a plan due after an instant that were handed to `channels`. */
export async function handedOver(
  tx: Tx,
  planId: string,
  since: Date,
): Promise<{ id: string; messageId: string | null }[]> {
  return tx.rows(sql<{ id: string; messageId: string | null }>`
    select id, result ->> 'ref' as "messageId" from careplans.task
    where hospital_id = ${tx.hospitalId} and plan_id = ${planId} and kind = 'message' and state = 'done' and due_at > ${since}
    order by due_at, id`);
}

/** Lets a message's task wake again at once. */
export async function reopenMessage(tx: Tx, id: string): Promise<void> {
  await tx.rows(sql`
    update careplans.task set state = 'waiting', result = null, done_at = null, wake_at = due_at, version = version + 1
    where hospital_id = ${tx.hospitalId} and id = ${id} and kind = 'message' and state = 'done'`);
}

export async function lockTask(tx: Tx, id: string): Promise<TaskRow | null> {
  return tx.maybe(
    sql<TaskRow>`select ${COLUMNS} from careplans.task where hospital_id = ${tx.hospitalId} and id = ${id} for update`,
  );
}

/** Plan of a task, without locking either: the plan is locked first by who changes both. */
export async function planIdOfTask(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.maybe(
    sql<{ plan_id: string }>`select plan_id from careplans.task where hospital_id = ${tx.hospitalId} and id = ${id}`,
  );
  return row?.plan_id ?? null;
}

export async function saveTask(tx: Tx, task: TaskRow): Promise<TaskRow> {
  const result = task.result === null ? null : JSON.stringify(task.result);
  return tx.one(sql<TaskRow>`
    update careplans.task set state = ${task.state}, reason_code = ${task.reason_code}, result = ${result}, done_at = ${task.done_at},
      done_by = ${task.done_by}, wake_at = ${task.wake_at}, version = version + 1
    where hospital_id = ${tx.hospitalId} and id = ${task.id} returning ${COLUMNS}`);
}

/** Tasks of a plan between two instants, in order of time. */
export async function tasksOfPlan(
  tx: Tx,
  planId: string,
  page: { limit: number; from: Date | null; until: Date | null; after: { at: Date; id: string } | null },
): Promise<TaskRow[]> {
  const { from, until, after } = page;
  return tx.rows(sql<TaskRow>`
    select ${COLUMNS} from careplans.task where hospital_id = ${tx.hospitalId} and plan_id = ${planId}
    ${from ? sql`and due_at >= ${from}` : sql``} ${until ? sql`and due_at < ${until}` : sql``}
    ${after ? sql`and (due_at, id) > (${after.at}, ${after.id}::uuid)` : sql``}
    order by due_at, id limit ${page.limit}`);
}

/** Tasks of one kind in a plan, in order of time; bounded by the pack. */
export async function tasksOfKind(tx: Tx, planId: string, kind: string): Promise<TaskRow[]> {
  return tx.rows(sql<TaskRow>`
    select ${COLUMNS} from careplans.task where hospital_id = ${tx.hospitalId} and plan_id = ${planId} and kind = ${kind}
    order by due_at, id`);
}

/** Ids of the tasks of one kind that are due in a plan, in the order in which their items are locked. */
export async function dueOfKind(tx: Tx, planId: string, kind: string): Promise<string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    select id from careplans.task where hospital_id = ${tx.hospitalId} and plan_id = ${planId} and kind = ${kind} and state = 'due'
    order by id`);
  return rows.map((row) => row.id);
}

/** Every task of a plan as the comparison of layouts needs it. */
export async function standingTasks(tx: Tx, planId: string): Promise<StandingTask[]> {
  const rows = await tx.rows(
    sql<Pick<TaskRow, 'id' | 'task_key' | 'occurrence' | 'state' | 'reason_code' | 'due_at' | 'limit_at'>>`
      select id, task_key, occurrence, state, reason_code, due_at, limit_at from careplans.task
      where hospital_id = ${tx.hospitalId} and plan_id = ${planId}`,
  );
  return rows.map((row) => ({
    id: row.id,
    taskKey: row.task_key,
    occurrence: row.occurrence,
    state: row.state,
    reasonCode: row.reason_code,
    dueAt: row.due_at,
    limitAt: row.limit_at,
  }));
}
