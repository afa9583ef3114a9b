import { z } from 'zod';
import { CivilDate, Id, Instant, Page, pageOf, Words } from './common.ts';
import { route } from './route.ts';

export const PlanState = z.enum(['active', 'awaiting-choice', 'paused', 'ended', 'not-started']);
export type PlanState = z.infer<typeof PlanState>;
export const PlanVariant = z.enum(['home', 'transferred']);
export const PauseReason = z.enum(['hold', 'readmitted', 'consent-withdrawn', 'consent-refused', 'staff']);
export const NotStartedReason = z.enum(['too-old', 'died', 'no-pathway']);
export const EndReason = z.enum([
  'died',
  'discharge-cancelled',
  'admission-cancelled',
  'superseded',
  'too-old',
  'choice-none',
  'patient-wish',
  'care-elsewhere',
  'entered-in-error',
]);
/** Reasons a person may give for ending a plan; the others are found by the house. */
export const StaffEndReason = EndReason.extract(['patient-wish', 'care-elsewhere', 'entered-in-error']);
export const TaskKind = z.enum([
  'call',
  'message',
  'medicine-review',
  'exercise',
  'measurement',
  'visit',
  'survey',
  'group-invitation',
  'recall',
]);
export type TaskKind = z.infer<typeof TaskKind>;
export const TaskState = z.enum(['waiting', 'due', 'done', 'skipped', 'cancelled']);
export type TaskState = z.infer<typeof TaskState>;

/** Why this pack and these times: a code with the code or word of the pack that matched. */
export const Because = z.object({
  kind: z.enum([
    'procedure-code',
    'procedure-word',
    'diagnosis-code',
    'diagnosis-word',
    'reason-word',
    'department',
    'class',
    'no-surgery-time',
  ]),
  matched: z.string(),
});
export type Because = z.infer<typeof Because>;

export const PlanPhase = z.object({
  id: z.string(),
  title: Words,
  goals: z.array(Words),
  fromOn: CivilDate,
  /** Null: open to the end of the plan. */
  toOn: CivilDate.nullable(),
  now: z.boolean(),
});

export const Plan = z.object({
  id: Id,
  patientId: Id,
  encounterId: Id,
  state: PlanState,
  variant: PlanVariant.nullable(),
  pack: z.object({ slug: z.string(), version: z.string(), title: Words, signed: z.boolean() }).nullable(),
  because: z.array(Because),
  dischargedAt: Instant,
  surgeryAt: Instant.nullable(),
  /** Day 0 is the day of discharge. */
  dayNumber: z.number().int(),
  pausedReasons: z.array(PauseReason),
  endedReason: EndReason.nullable(),
  endedAt: Instant.nullable(),
  notStartedReason: NotStartedReason.nullable(),
  disposition: z.string().nullable(),
  /** Repeating tasks stand in the plan up to here; it is laid further as time goes. */
  laidOutUntil: Instant.nullable(),
  phases: z.array(PlanPhase),
  version: z.number().int(),
});
export type Plan = z.infer<typeof Plan>;

export const PlanTask = z.object({
  id: Id,
  planId: Id,
  kind: TaskKind,
  owner: z.string(),
  title: Words,
  dueAt: Instant,
  limitAt: Instant.nullable(),
  state: TaskState,
  /** Due and past its limit, still to be done by a person. */
  late: z.boolean(),
  reasonCode: z.string().nullable(),
  outcome: z.string().nullable(),
  doneAt: Instant.nullable(),
  /** A person may tick it off here. */
  completable: z.boolean(),
  version: z.number().int(),
});
export type PlanTask = z.infer<typeof PlanTask>;

const version = z.number().int().min(1);
const planParams = z.object({ planId: Id });

export const listPlans = route({
  method: 'GET',
  path: '/api/patients/:patientId/plans',
  access: 'careplans.read',
  about: 'patient',
  summary: 'Plans of a patient, newest discharge first',
  params: z.object({ patientId: Id }),
  query: Page,
  reply: pageOf(Plan),
});
export const listPlanTasks = route({
  method: 'GET',
  path: '/api/plans/:planId/tasks',
  access: 'careplans.read',
  about: 'patient',
  summary: 'Tasks of a plan between two days of the hospital, in order of time',
  params: planParams,
  query: Page.extend({ from: CivilDate.optional(), to: CivilDate.optional() }),
  reply: pageOf(PlanTask),
});
export const pausePlan = route({
  method: 'POST',
  path: '/api/plans/:planId/pause',
  access: 'careplans.write',
  about: 'patient',
  summary: 'Let a plan rest: nothing of it is sent or falls due',
  params: planParams,
  body: z.object({ version }),
  reply: Plan,
});
export const resumePlan = route({
  method: 'POST',
  path: '/api/plans/:planId/resume',
  access: 'careplans.write',
  about: 'patient',
  summary: 'Go on with what is not past; a hold or a readmission keeps the plan resting',
  params: planParams,
  body: z.object({ version }),
  reply: Plan,
});
export const endPlan = route({
  method: 'POST',
  path: '/api/plans/:planId/end',
  access: 'careplans.write',
  about: 'patient',
  summary: 'End a plan: what was not done is cancelled',
  params: planParams,
  body: z.object({ version, reason: StaffEndReason }),
  reply: Plan,
});
export const choosePlan = route({
  method: 'POST',
  path: '/api/plans/:planId/choice',
  access: 'careplans.write',
  about: 'patient',
  summary: 'Say how a patient who left against advice or is dying at home is cared for',
  params: planParams,
  body: z.object({ version, choice: z.enum(['home', 'transferred', 'none']) }),
  reply: Plan,
});
export const completeTask = route({
  method: 'POST',
  path: '/api/plan-tasks/:taskId/completion',
  access: 'careplans.write',
  about: 'patient',
  summary: 'Tick off a task that a person does: a visit, a review, a recall',
  params: z.object({ taskId: Id }),
  body: z.object({ version, outcome: z.enum(['done', 'not-needed', 'declined']) }),
  reply: PlanTask,
});

/** A finished stay that no pack follows: visible, so that nobody is forgotten silently. */
export const Unplanned = z.object({
  planId: Id,
  patientId: Id,
  encounterId: Id,
  name: z.string(),
  reason: NotStartedReason,
  dischargedAt: Instant,
});
export type Unplanned = z.infer<typeof Unplanned>;
export const listUnplanned = route({
  method: 'GET',
  path: '/api/wards/:wardId/unplanned',
  access: 'careplans.read',
  about: 'ward',
  summary: 'Discharges of a ward without a plan, newest first; the count stops at 1000',
  params: z.object({ wardId: Id }),
  query: Page,
  reply: pageOf(Unplanned).extend({ count: z.number().int() }),
});
