import type { Tx } from '../../../kernel/db/index.ts';
import { addDays, atLocal, civilDate, type Zone } from '../../../kernel/time/index.ts';
import { type Pathway, section } from '../../content/index.ts';
import { ownHospital } from '../../identity/index.ts';
import type { PlanRow } from '../plan.store.ts';
import { insertTasks, moveTasks, standingTasks, takeOut } from '../task.store.ts';
import { diffPlan } from './diff.ts';
import { horizonFrom, type LaidTask, layOut } from './lay-out.ts';
import { forVariant, type Variant } from './variant.ts';

/** Laid further when less than this stands ahead. */
const LOW_WATER_DAYS = 7;

/** The columns that say how far a plan is laid out and when it next needs a look. */
export type Laid = Pick<PlanRow, 'laid_out_until' | 'wake_at'>;

type Laying = Pick<
  PlanRow,
  'id' | 'patient_id' | 'encounter_id' | 'slug' | 'pack_version' | 'variant' | 'discharged_at' | 'surgery_at'
>;

/** Writes the tasks of a plan that has none; returns what the plan's row takes from it. */
export async function layFresh(tx: Tx, plan: Laying): Promise<Laid> {
  const { tasks, laid } = await layoutOf(tx, plan);
  await insertTasks(tx, plan, tasks);
  return laid;
}

/** Brings the tasks nobody has begun to where they belong now. */
export async function layAnew(tx: Tx, plan: Laying): Promise<Laid> {
  const { tasks, laid } = await layoutOf(tx, plan);
  const diff = diffPlan(await standingTasks(tx, plan.id), tasks);
  await takeOut(tx, plan.id, diff.cancel);
  await moveTasks(tx, plan.id, diff.move);
  await insertTasks(tx, plan, diff.insert);
  return laid;
}

/** Lays a plan further where its horizon has come near; null where it need not be. */
export async function layFurther(tx: Tx, plan: Laying & Pick<PlanRow, 'laid_out_until'>): Promise<Laid | null> {
  const lowWater = tx.now.getTime() + LOW_WATER_DAYS * 86_400_000;
  if (plan.laid_out_until !== null && plan.laid_out_until.getTime() > lowWater) return null;
  const { tasks, laid } = await layoutOf(tx, plan);
  const { insert } = diffPlan(await standingTasks(tx, plan.id), tasks);
  await insertTasks(
    tx,
    plan,
    insert.filter((task) => task.state === 'waiting'),
  );
  return laid;
}

/** The pathway of a plan that follows a pack, in its variant. */
export async function pathwayOf(tx: Tx, plan: Pick<PlanRow, 'slug' | 'pack_version' | 'variant'>): Promise<Pathway> {
  if (plan.slug === null || plan.pack_version === null) throw new Error('the plan follows no pack');
  const pathway = await section(tx, plan.slug, plan.pack_version, 'pathway');
  return forVariant(pathway, (plan.variant ?? 'home') as Variant);
}

/** The plan's next turn: midnight of the hospital, when what was not done that day is closed. */
export function nextTurn(now: Date, zone: Zone): Date {
  return atLocal(addDays(civilDate(now, zone), 1), '00:00', zone);
}

async function layoutOf(tx: Tx, plan: Laying): Promise<{ tasks: LaidTask[]; laid: Laid }> {
  const zone = (await ownHospital(tx)).time_zone;
  const horizon = horizonFrom(tx.now);
  const anchors = { discharge: plan.discharged_at, surgery: plan.surgery_at };
  const tasks = layOut(await pathwayOf(tx, plan), anchors, zone, tx.now, horizon);
  return { tasks, laid: { laid_out_until: horizon.repeatingUntil, wake_at: nextTurn(tx.now, zone) } };
}
