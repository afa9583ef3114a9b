import type { z } from 'zod';
import type { Answer, Attempt, Call, CallSummary, Question } from '../../../../contract/calls.ts';
import type { Words } from '../../../../contract/common.ts';
import type { StaffRef } from '../../../../contract/identity.ts';
import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { notFound } from '../../kernel/http/index.ts';
import { civilDate, daysBetween } from '../../kernel/time/index.ts';
import { tasksOfKind } from '../careplans/index.ts';
import { latestRisk } from '../encounters/index.ts';
import { ownHospital, staffByIds, wardById } from '../identity/index.ts';
import { patientCards } from '../patients/index.ts';
import { secondsOn } from '../worklist/index.ts';
import { type AnswerRow, answersOf } from './answer.store.ts';
import { type AttemptRow, attemptsOf } from './attempt.store.ts';
import type { CallRow } from './call.store.ts';
import { type Filling, fill, greet } from './fill.ts';
import { reachOf } from './reach.ts';
import type { ScriptQuestion } from './script.ts';
import { whoNext } from './tries.ts';

type Ref = z.infer<typeof StaffRef>;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Calls in short, with their tries. */
export async function presentSummaries(tx: Tx, calls: readonly CallRow[]): Promise<CallSummary[]> {
  const ids = calls.map((call) => call.id);
  const [attempts, answers] = [await attemptsOf(tx, ids), await answersOf(tx, ids)];
  const people = await peopleIn(tx, calls, attempts, answers);
  return calls.map((call) =>
    summary(
      call,
      attempts.filter((row) => row.call_id === call.id),
      answers.filter((row) => row.call_id === call.id),
      people,
    ),
  );
}

/** The call as its screen needs it: script filled in for this reader, answers, tries, and what comes next. */
export async function presentCall(tx: Tx, scope: Scope, call: CallRow): Promise<Call> {
  const [attempts, answers] = [await attemptsOf(tx, [call.id]), await answersOf(tx, [call.id])];
  const people = await peopleIn(tx, [call], attempts, answers);
  const card = (await patientCards(tx, scope, [call.patient_id])).get(call.patient_id);
  if (!card) throw notFound();
  const ward = call.ward_id ? await wardById(tx, call.ward_id) : null;
  const hospital = await ownHospital(tx);
  const risk = (await latestRisk(tx, [call.encounter_id])).get(call.encounter_id);
  const dayNumber = daysBetween(
    civilDate(call.discharged_at, hospital.time_zone),
    civilDate(tx.now, hospital.time_zone),
  );
  const clinician = call.caller_staff_id ? (people.get(call.caller_staff_id)?.name ?? '') : '';
  const filling: Filling = {
    form_of_address: card.formOfAddress,
    day_number: dayNumber,
    ward_phone: ward?.phone ?? '',
    hospital: hospital.name,
    clinician,
  };
  const next = whoNext(attempts, (await reachOf(tx, scope, call.patient_id)).known);
  const visits = await tasksOfKind(tx, call.plan_id, 'visit');
  const open = call.state !== 'finished' && call.state !== 'cancelled';
  return {
    ...summary(call, attempts, answers, people),
    minutes: await minutesOf(tx, call),
    patientId: call.patient_id,
    wardId: call.ward_id,
    patient: card,
    pack: { slug: call.pack_slug, version: call.pack_version, title: call.script.packTitle },
    risk: risk ? { method: risk.method, score: risk.score, band: risk.band } : null,
    dayNumber,
    opening: fill(greet(call.script.opening, card.formOfAddress), filling),
    questions: call.script.questions.map((question) => presentQuestion(fill(question, filling), ward?.phone ?? null)),
    answers: answers.map((row) => presentAnswer(row, wordsOf(call, row), people)),
    visits: visits
      .filter((task) => task.state === 'waiting' || task.state === 'due')
      .slice(0, 5)
      .map((task) => ({ title: task.title as Call['visits'][number]['title'], dueAt: task.due_at.toISOString() })),
    next: { who: open ? [...next.who] : [], tries: open ? next.left : 0, suggestedAt: iso(call.next_try_at) },
  };
}

/** The answer with who gave it, and what to tell the patient at once where it worries. */
export async function presentOneAnswer(tx: Tx, row: AnswerRow, patientWords: Words | null): Promise<Answer> {
  return presentAnswer(row, patientWords, await peopleIn(tx, [], [], [row]));
}

/** The words of the sign an answer has raised, as pinned with the script. */
function wordsOf(call: CallRow, answer: AnswerRow): Words | null {
  return call.script.signs.find(({ id }) => id === answer.raised)?.whatToDo ?? null;
}

function presentAnswer(row: AnswerRow, patientWords: Words | null, people: ReadonlyMap<string, Ref>): Answer {
  return {
    questionId: row.question_id,
    value: row.value,
    severity: row.severity,
    alertId: row.alert_id,
    patientWords,
    readingId: row.reading_id,
    answeredBy: refOf(people, row.answered_by),
    answeredAt: row.answered_at.toISOString(),
    version: row.version,
  };
}

/** What the screen needs of a question: which sign an answer raises stays in the house, the numbers are those of today. */
function presentQuestion(question: ScriptQuestion, wardPhone: string | null): Question {
  switch (question.kind) {
    case 'choice':
      return { ...question, options: question.options.map(({ raises: _, ...option }) => option) };
    case 'number': {
      const { records: _, thresholds, ...rest } = question;
      return { ...rest, thresholds: thresholds.map(({ raises: __, ...threshold }) => threshold) };
    }
    case 'channels':
      return {
        ...question,
        channels: question.channels.map(({ key, phone }) => ({ key, phone: key === '120' ? phone : wardPhone })),
      };
    default:
      return question;
  }
}

function summary(
  call: CallRow,
  attempts: readonly AttemptRow[],
  answers: readonly AnswerRow[],
  people: ReadonlyMap<string, Ref>,
): CallSummary {
  const orNull = (id: string | null) => (id === null ? null : refOf(people, id));
  return {
    id: call.id,
    itemId: call.item_id,
    encounterId: call.encounter_id,
    state: call.state,
    variant: call.variant,
    dischargedAt: call.discharged_at.toISOString(),
    windowFrom: call.window_from.toISOString(),
    dueAt: call.due_at.toISOString(),
    limitAt: call.limit_at.toISOString(),
    nextTryAt: iso(call.next_try_at),
    outcome: call.outcome,
    contact: call.contact,
    spokeWith: call.spoke_with,
    hoursAfterDischarge: call.hours_after_discharge === null ? null : Number(call.hours_after_discharge),
    emergencyToldAt: iso(call.emergency_told_at),
    caller: orNull(call.caller_staff_id),
    finishedAt: iso(call.finished_at),
    finishedBy: orNull(call.finished_by),
    minutes: call.seconds === null ? null : Math.ceil(call.seconds / 60),
    reasonCode: call.reason_code,
    attempts: attempts.map((row) => presentAttempt(row, people)),
    red: answers.filter((row) => row.severity === 'red').length,
    amber: answers.filter((row) => row.severity === 'amber').length,
    version: call.version,
  };
}

function presentAttempt(row: AttemptRow, people: ReadonlyMap<string, Ref>): z.infer<typeof Attempt> {
  return {
    id: row.id,
    number: row.number,
    who: row.who,
    outcome: row.outcome,
    triedAt: row.tried_at.toISOString(),
    triedBy: refOf(people, row.tried_by),
    nextTryAt: iso(row.next_try_at),
  };
}

async function minutesOf(tx: Tx, call: CallRow): Promise<number | null> {
  const seconds = call.seconds ?? (await secondsOn(tx, 'call', call.id));
  return seconds > 0 ? Math.ceil(seconds / 60) : null;
}

async function peopleIn(
  tx: Tx,
  calls: readonly CallRow[],
  attempts: readonly AttemptRow[],
  answers: readonly AnswerRow[],
): Promise<Map<string, Ref>> {
  const ids = [
    ...calls.flatMap((call) => [call.caller_staff_id, call.finished_by]),
    ...attempts.map((row) => row.tried_by),
    ...answers.map((row) => row.answered_by),
  ].flatMap((id) => id ?? []);
  const staff = await staffByIds(tx, [...new Set(ids)]);
  return new Map(staff.map((one) => [one.id as string, { id: one.id, staffNo: one.staff_no, name: one.name }]));
}

function refOf(people: ReadonlyMap<string, Ref>, id: string): Ref {
  return people.get(id) ?? { id, staffNo: '–', name: '–' };
}
