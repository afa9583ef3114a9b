import { z } from 'zod';
import * as contract from '../../../../contract/careplans.ts';
import { Id, Instant } from '../../../../contract/common.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';

import { type Endpoint, notFound, onTx, readCursor, stale, writeCursor } from '../../kernel/http/index.ts';
import { addDays, atLocal } from '../../kernel/time/index.ts';
import { section } from '../content/index.ts';
import { openEncounter, openPatient } from '../encounters/index.ts';
import { openWard, ownHospital } from '../identity/index.ts';
import { patientCards } from '../patients/index.ts';
import { completeTask } from './complete-task.ts';
import { countNotStarted, notStarted, type PlanRow, planById, plansOfPatient } from './plan.store.ts';
import { isByHand, presentPlan, presentTask, presentUnplanned } from './present.ts';
import { taskClosed, taskNotCompletable } from './problems.ts';
import * as acts from './staff-acts.ts';
import { lockTask, tasksOfPlan } from './task.store.ts';

const Cursor = z.tuple([Instant, Id]);
const placeOf = (after: string | undefined) => {
  const keys = readCursor(after, Cursor);
  return keys && { at: new Date(keys[0]), id: keys[1] };
};
const nextOf = <T extends { id: string }>(rows: readonly T[], limit: number, at: (row: T) => Date) => {
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return last ? writeCursor([at(last).toISOString(), last.id]) : null;
};

async function show(tx: Tx, row: PlanRow): Promise<contract.Plan> {
  const { time_zone } = await ownHospital(tx);
  if (row.slug === null || row.pack_version === null) return presentPlan(row, null, tx.now, time_zone);
  const pack = await section(tx, row.slug, row.pack_version, 'pack');
  const pathway = await section(tx, row.slug, row.pack_version, 'pathway');
  return presentPlan(row, { pack, pathway }, tx.now, time_zone);
}

const listPlans = onTx(contract.listPlans, async (tx, { scope, params, query }) => {
  const patientId = await openPatient(tx, scope, params.patientId);
  const rows = await plansOfPatient(tx, patientId, { limit: query.limit, after: placeOf(query.after) });
  await audit(tx, scope, {
    action: 'careplans.read',
    subject: { kind: 'patient', id: patientId },
    patientId,
  });
  const items = [];
  for (const row of rows) items.push(await show(tx, row));
  return { items, next: nextOf(rows, query.limit, (row) => row.discharged_at) };
});

const listPlanTasks = onTx(contract.listPlanTasks, async (tx, { scope, params, query }) => {
  const plan = await planById(tx, params.planId);
  if (!plan) throw notFound();
  await openEncounter(tx, scope, plan.encounter_id);
  const { time_zone } = await ownHospital(tx);
  const rows = await tasksOfPlan(tx, plan.id, {
    limit: query.limit,
    from: query.from ? atLocal(query.from, '00:00', time_zone) : null,
    until: query.to ? atLocal(addDays(query.to, 1), '00:00', time_zone) : null,
    after: placeOf(query.after),
  });
  return {
    items: rows.map((row) => presentTask(row, tx.now)),
    next: nextOf(rows, query.limit, (row) => row.due_at),
  };
});

const pausePlan = onTx(contract.pausePlan, async (tx, { scope, params, body }) =>
  show(tx, await acts.pause(tx, scope, params.planId, body.version)),
);
const resumePlan = onTx(contract.resumePlan, async (tx, { scope, params, body }) =>
  show(tx, await acts.resume(tx, scope, params.planId, body.version)),
);
const endPlan = onTx(contract.endPlan, async (tx, { scope, params, body }) =>
  show(tx, await acts.end(tx, scope, params.planId, body.version, body.reason)),
);
const choosePlan = onTx(contract.choosePlan, async (tx, { scope, params, body }) =>
  show(tx, await acts.choosePlan(tx, scope, params.planId, body.version, body.choice)),
);

const completePlanTask = onTx(contract.completeTask, async (tx, { scope, params, body }) => {
  const task = await lockTask(tx, params.taskId);
  if (!task) throw notFound();
  await openEncounter(tx, scope, task.encounter_id);
  if (task.version !== body.version) throw stale();
  if (!isByHand(task.kind)) throw taskNotCompletable(task.kind);
  if (task.state === 'cancelled') throw taskClosed();
  const done = await completeTask(tx, scope, task.id, { outcome: body.outcome });
  if (!done) throw notFound();
  return presentTask(done, tx.now);
});

const listUnplanned = onTx(contract.listUnplanned, async (tx, { scope, params, query }) => {
  const ward = await openWard(tx, scope, params.wardId);
  const rows = await notStarted(tx, ward.id, { limit: query.limit, after: placeOf(query.after) });
  const cards = await patientCards(
    tx,
    scope,
    rows.map((row) => row.patient_id),
  );
  return {
    items: rows.map((row) => presentUnplanned(row, cards.get(row.patient_id)?.name ?? '–')),
    next: nextOf(rows, query.limit, (row) => row.discharged_at),
    count: await countNotStarted(tx, ward.id),
  };
});

export const endpoints: readonly Endpoint[] = [
  listPlans,
  listPlanTasks,
  pausePlan,
  resumePlan,
  endPlan,
  choosePlan,
  completePlanTask,
  listUnplanned,
];
