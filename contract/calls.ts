import { z } from 'zod';
import { Id, Instant, Words } from './common.ts';
import { StaffRef } from './identity.ts';
import { HoldReason, PatientCard } from './patients.ts';
import { route } from './route.ts';

export const Severity = z.enum(['none', 'amber', 'red']);
export const CallState = z.enum(['waiting', 'in-progress', 'suspended', 'finished', 'unreachable', 'cancelled']);
export const Block = z.enum([
  'safe-home',
  'questions',
  'medicines',
  'appointments',
  'home-services',
  'key-points',
  'emergency-channel',
  'closing',
]);
export type Block = z.infer<typeof Block>;
export const AttemptWho = z.enum(['patient', 'relative', 'alternate-1', 'alternate-2']);
export type AttemptWho = z.infer<typeof AttemptWho>;
export const AttemptOutcome = z.enum([
  'reached',
  'no-answer',
  'busy',
  'declined',
  'wrong-number',
  'voicemail',
  'rescheduled',
]);
export type AttemptOutcome = z.infer<typeof AttemptOutcome>;

const asked = {
  id: z.string(),
  block: Block,
  say: Words,
  staffNote: Words.nullable(),
  required: z.boolean(),
  /** Answers that bring this question up; null: always asked. */
  openedBy: z.array(z.string()).nullable(),
};

/** A question by the kind of its answer. */
export const Question = z.discriminatedUnion('kind', [
  z.object({
    ...asked,
    kind: z.literal('choice'),
    options: z.array(z.object({ id: z.string(), label: Words, severity: Severity, opens: z.array(z.string()) })),
  }),
  z.object({
    ...asked,
    kind: z.literal('number'),
    unit: Words,
    min: z.number(),
    max: z.number(),
    decimals: z.number().int(),
    thresholds: z.array(
      z.object({
        op: z.enum(['>=', '>', '<=', '<']),
        value: z.number(),
        severity: z.enum(['amber', 'red']),
        opens: z.array(z.string()),
      }),
    ),
  }),
  z.object({ ...asked, kind: z.literal('text') }),
  z.object({ ...asked, kind: z.literal('teach-back'), expects: z.array(Words) }),
  z.object({
    ...asked,
    kind: z.literal('medicines'),
    medicines: z.array(
      z.object({
        key: z.string(),
        text: z.string(),
        dose: z.string().nullable(),
        route: z.string().nullable(),
        frequency: z.string().nullable(),
        advice: z.object({ title: Words, advice: Words }).nullable(),
      }),
    ),
  }),
  z.object({
    ...asked,
    kind: z.literal('channels'),
    /** `phone` null: the ward has no line on record; say so and give another. */
    channels: z.array(z.object({ key: z.enum(['ward', 'on-call', '120']), phone: z.string().nullable() })),
  }),
]);
export type Question = z.infer<typeof Question>;

/** What was answered, by kind of question. */
export const AnswerValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choice'), option: z.string() }),
  z.object({ kind: z.literal('number'), number: z.number() }),
  z.object({ kind: z.literal('text'), text: z.string().max(2000) }),
  z.object({
    kind: z.literal('teach-back'),
    /** Indexes of what the patient said back in own words. */
    said: z.array(z.number().int().min(0).max(20)).max(20),
    result: z.enum(['confirmed', 'again']),
  }),
  z.object({
    kind: z.literal('medicines'),
    states: z.record(z.string(), z.enum(['taking', 'missing', 'unclear'])),
  }),
  z.object({ kind: z.literal('channels'), told: z.array(z.enum(['ward', 'on-call', '120'])) }),
]);
export type AnswerValue = z.infer<typeof AnswerValue>;

export const Answer = z.object({
  questionId: z.string(),
  value: AnswerValue,
  severity: Severity,
  /** The open alert the answer led to. */
  alertId: Id.nullable(),
  /** What to tell the patient at once, for a worrying answer. */
  patientWords: Words.nullable(),
  readingId: Id.nullable(),
  answeredBy: StaffRef,
  answeredAt: Instant,
  version: z.number().int(),
});
export type Answer = z.infer<typeof Answer>;

export const Attempt = z.object({
  id: Id,
  number: z.number().int(),
  who: AttemptWho,
  outcome: AttemptOutcome,
  triedAt: Instant,
  triedBy: StaffRef,
  nextTryAt: Instant.nullable(),
});

/** Why a call may not be dialled now. */
export const DialRefusal = z.enum(['died', 'merged', 'hold', 'in-hospital', 'consent-refused', 'consent-withdrawn']);
export type DialRefusal = z.infer<typeof DialRefusal>;

export const Outcome = z.enum(['completed', 'partly', 'declined', 'unreachable']);

export const CallSummary = z.object({
  id: Id,
  itemId: Id,
  encounterId: Id,
  state: CallState,
  variant: z.enum(['home', 'transferred', 'against-advice']),
  dischargedAt: Instant,
  windowFrom: Instant,
  dueAt: Instant,
  limitAt: Instant,
  nextTryAt: Instant.nullable(),
  outcome: Outcome.nullable(),
  contact: z.enum(['human', 'automated']).nullable(),
  spokeWith: AttemptWho.nullable(),
  hoursAfterDischarge: z.number().nullable(),
  emergencyToldAt: Instant.nullable(),
  caller: StaffRef.nullable(),
  finishedAt: Instant.nullable(),
  finishedBy: StaffRef.nullable(),
  minutes: z.number().nullable(),
  reasonCode: z.string().nullable(),
  attempts: z.array(Attempt),
  red: z.number().int(),
  amber: z.number().int(),
  version: z.number().int(),
});
export type CallSummary = z.infer<typeof CallSummary>;

export const Call = CallSummary.extend({
  patientId: Id,
  wardId: Id.nullable(),
  patient: PatientCard,
  pack: z.object({ slug: z.string(), version: z.string(), title: Words }),
  risk: z.object({ method: z.string(), score: z.number().int(), band: z.enum(['low', 'moderate', 'high']) }).nullable(),
  dayNumber: z.number().int(),
  opening: Words,
  questions: z.array(Question),
  answers: z.array(Answer),
  /** Visits the plan has laid out, for the appointments block. */
  visits: z.array(z.object({ title: Words, dueAt: Instant })),
  /** Who may be tried next and whether tries are left. */
  next: z.object({ who: z.array(AttemptWho), tries: z.number().int(), suggestedAt: Instant.nullable() }),
});
export type Call = z.infer<typeof Call>;

const params = z.object({ callId: Id });

export const callOf = route({
  method: 'GET',
  path: '/api/calls/:callId',
  access: 'calls.read',
  about: 'patient',
  summary: 'A call with its script, answers and attempts',
  params,
  reply: Call,
});
export const callsOfPatient = route({
  method: 'GET',
  path: '/api/patients/:patientId/calls',
  access: 'calls.read',
  about: 'patient',
  summary: 'Calls of a patient, newest discharge first',
  params: z.object({ patientId: Id }),
  reply: z.array(CallSummary),
});
export const openCall = route({
  method: 'POST',
  path: '/api/calls/:callId/open',
  access: 'calls.work',
  about: 'patient',
  summary: 'Before dialling: alive, at home, consent and hold are looked at again; says why not',
  params,
  /** `sessionId` is made by the screen and counts the minutes of this sitting. */
  body: z.object({ sessionId: Id }),
  reply: z.object({
    may: z.boolean(),
    because: DialRefusal.nullable(),
    /** Numbers to dial, in the order to try them; empty where the call may not be made. */
    phones: z.array(
      z.object({ who: AttemptWho, name: z.string(), relationship: z.string().nullable(), phone: z.string() }),
    ),
    preferred: z.object({ from: z.string().nullable(), to: z.string().nullable(), notes: z.string().nullable() }),
  }),
});
export const saveAnswer = route({
  method: 'PUT',
  path: '/api/calls/:callId/answers/:questionId',
  access: 'calls.work',
  about: 'patient',
  summary: 'Save one answer; a worrying one opens an alert in the same request',
  params: params.extend({ questionId: z.string().max(64) }),
  body: z.object({
    /** Made by the screen for this write; sent again it changes nothing. */
    saveId: Id,
    /** Version the screen has seen; 0 for a first answer. */
    version: z.number().int().min(0),
    value: AnswerValue,
  }),
  reply: z.object({
    answer: Answer,
    raised: z
      .object({ alertId: Id, severity: z.enum(['amber', 'red']), reason: Words, patientWords: Words.nullable() })
      .nullable(),
  }),
});
export const addAttempt = route({
  method: 'POST',
  path: '/api/calls/:callId/attempts',
  access: 'calls.work',
  about: 'patient',
  summary: 'Record one try: whom, what came of it, when next',
  params,
  body: z.object({
    id: Id,
    who: AttemptWho,
    outcome: AttemptOutcome,
    /** Absent: proposed by the house within the preferred hours. */
    nextTryAt: Instant.optional(),
  }),
  reply: Call,
});
export const finishCall = route({
  method: 'POST',
  path: '/api/calls/:callId/finish',
  access: 'calls.work',
  about: 'patient',
  summary: 'Finish the call; the emergency channel must have been told',
  params,
  body: z.object({
    version: z.number().int(),
    /** `unreachable` once tries are used up. */
    outcome: Outcome,
    /** Null only where nobody was reached. */
    spokeWith: AttemptWho.nullable(),
    /** Seconds with the person, idle time left out. */
    seconds: z.number().int().min(0).max(14_400),
  }),
  reply: Call,
});
export const countMinutes = route({
  method: 'PUT',
  path: '/api/calls/:callId/sessions/:sessionId',
  access: 'calls.work',
  about: 'patient',
  summary: 'Seconds this sitting has lasted so far, idle time left out',
  params: params.extend({ sessionId: Id }),
  body: z.object({ seconds: z.number().int().min(0).max(14_400), closed: z.boolean() }),
});
export const holdFromCall = route({
  method: 'POST',
  path: '/api/calls/:callId/hold',
  access: 'calls.work',
  about: 'patient',
  summary: 'Stop everything for this person, from the call; a death told on the phone is recorded as such',
  params,
  body: z.object({
    id: Id,
    reason: HoldReason,
    /** For `died`: when, as told; absent: now. */
    diedAt: Instant.optional(),
  }),
});
