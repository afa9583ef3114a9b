import type { Plan, PlanTask, TaskState, Unplanned } from '../../../../contract/careplans.ts';
import type { Words } from '../../../../contract/common.ts';
import { addDays, civilDate, daysBetween, type Zone } from '../../kernel/time/index.ts';
import type { Pack, Pathway } from '../content/index.ts';
import { surgeryCounts } from './lay/lay-out.ts';
import type { PlanRow } from './plan.store.ts';
import { DAILY_KINDS, type TaskRow } from './task.store.ts';

/** What a person does and ticks off on the plan itself. */
const BY_HAND: readonly string[] = [
  'medicine-review',
  'exercise',
  'measurement',
  'visit',
  'group-invitation',
  'recall',
];

/** True where a person may tick the task off on the plan; calls, messages and surveys are completed by what they are. */
export function isByHand(kind: string): boolean {
  return BY_HAND.includes(kind);
}

/** A plan with its phases on the calendar; `source` is null where it follows no pack. */
export function presentPlan(
  row: PlanRow,
  source: { pack: Pack; pathway: Pathway } | null,
  now: Date,
  zone: Zone,
): Plan {
  return {
    id: row.id,
    patientId: row.patient_id,
    encounterId: row.encounter_id,
    state: row.state as Plan['state'],
    variant: row.variant as Plan['variant'],
    pack: source && {
      slug: source.pack.slug,
      version: source.pack.version,
      title: source.pack.title,
      signed: source.pack.signOff.status === 'signed',
    },
    because: row.because as Plan['because'],
    dischargedAt: row.discharged_at.toISOString(),
    surgeryAt: row.surgery_at?.toISOString() ?? null,
    dayNumber: daysBetween(civilDate(row.discharged_at, zone), civilDate(now, zone)),
    pausedReasons: row.paused_reasons as Plan['pausedReasons'],
    endedReason: row.ended_reason as Plan['endedReason'],
    endedAt: row.ended_at?.toISOString() ?? null,
    notStartedReason: row.not_started_reason as Plan['notStartedReason'],
    disposition: row.disposition,
    laidOutUntil: row.laid_out_until?.toISOString() ?? null,
    phases: source && row.variant === 'home' ? phasesOf(row, source.pathway, now, zone) : [],
    version: row.version,
  };
}

function phasesOf(row: PlanRow, pathway: Pathway, now: Date, zone: Zone): Plan['phases'] {
  const counts = surgeryCounts({ discharge: row.discharged_at, surgery: row.surgery_at });
  const today = civilDate(now, zone);
  return pathway.phases.map((phase) => {
    const anchor = phase.anchor === 'surgery' && counts ? row.surgery_at : row.discharged_at;
    const zero = civilDate(anchor ?? row.discharged_at, zone);
    const fromOn = addDays(zero, phase.fromDay);
    const toOn = phase.toDay === null ? null : addDays(zero, phase.toDay);
    return {
      id: phase.id,
      title: phase.title,
      goals: phase.goals,
      fromOn,
      toOn,
      now: fromOn <= today && (toOn === null || today <= toOn),
    };
  });
}

/** What a task is at this moment: things of the day are due from their hour and lapse at their limit, before anybody writes it down. */
export function stateAt(
  task: Pick<TaskRow, 'kind' | 'state' | 'due_at' | 'limit_at' | 'reason_code'>,
  now: Date,
): { state: TaskState; reasonCode: string | null } {
  const state = task.state as TaskState;
  if (state !== 'waiting' || !DAILY_KINDS.includes(task.kind) || task.due_at > now)
    return { state, reasonCode: task.reason_code };
  if (task.limit_at !== null && task.limit_at <= now) return { state: 'skipped', reasonCode: 'lapsed' };
  return { state: 'due', reasonCode: task.reason_code };
}

export function presentTask(row: TaskRow, now: Date): PlanTask {
  const { state, reasonCode } = stateAt(row, now);
  const result = row.result as { outcome?: string } | null;
  return {
    id: row.id,
    planId: row.plan_id,
    kind: row.kind as PlanTask['kind'],
    owner: row.owner,
    title: row.title as Words,
    dueAt: row.due_at.toISOString(),
    limitAt: row.limit_at?.toISOString() ?? null,
    state,
    late: state === 'due' && row.limit_at !== null && row.limit_at <= now,
    reasonCode,
    outcome: result?.outcome ?? null,
    doneAt: row.done_at?.toISOString() ?? null,
    completable: isByHand(row.kind) && state === 'due',
    version: row.version,
  };
}

export function presentUnplanned(row: PlanRow, name: string): Unplanned {
  return {
    planId: row.id,
    patientId: row.patient_id,
    encounterId: row.encounter_id,
    name,
    reason: row.not_started_reason as Unplanned['reason'],
    dischargedAt: row.discharged_at.toISOString(),
  };
}
