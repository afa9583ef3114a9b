import type { AnswerValue } from '../../../../contract/calls.ts';
import type { Words as BothWords } from '../../../../contract/common.ts';
import type { Scope } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { stale } from '../../kernel/http/index.ts';
import type { Words } from '../../kernel/i18n/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { correct, raise, record } from '../monitoring/index.ts';
import { askingStaff, openToWrite } from './access.ts';
import { type AnswerRow, answerTo, putAnswer } from './answer.store.ts';
import { type CallRow, saveCall } from './call.store.ts';
import { judgeAnswer, toldAll } from './judge.ts';
import { answerUnfit, questionUnknown } from './problems.ts';
import type { ScriptQuestion } from './script.ts';
import { hintCall } from './told.ts';

export interface Saving {
  readonly saveId: string;
  /** Version the screen has seen; 0 where it has seen none. */
  readonly version: number;
  readonly value: AnswerValue;
}

/** An alert that stands because of the answer. */
export interface RaisedHere {
  readonly alertId: string;
  readonly severity: 'amber' | 'red';
  readonly reason: BothWords;
  readonly patientWords: BothWords | null;
}

/**
 * Saves one answer. A worrying one raises its alert and a figure is stored as a reading in this very transaction. The same write sent
 * again changes nothing and is told the same: the screen that lost the first reply must still say what to tell the patient. A write from a screen that has not seen the newest answer is refused as stale.
 */
export async function saveAnswer(
  tx: Tx,
  scope: Scope,
  words: Words,
  at: { readonly callId: string; readonly questionId: string },
  saving: Saving,
): Promise<{ answer: AnswerRow; raised: RaisedHere | null }> {
  const me = askingStaff(scope);
  const call = await openToWrite(tx, scope, at.callId);
  const question = call.script.questions.find((one) => one.id === at.questionId);
  if (!question) throw questionUnknown();
  const before = await answerTo(tx, call.id, question.id);
  if (before?.save_id === saving.saveId) return { answer: before, raised: raisedBefore(words, call, before) };
  if ((before?.version ?? 0) !== saving.version) throw stale();
  const judged = judgeAnswer(question, saving.value);
  if (!judged.ok) throw answerUnfit(judged.code);
  const reading = await storeReading(tx, scope, call, question, before, saving);
  const raised =
    judged.raises === null || judged.severity === 'none'
      ? null
      : await raiseSign(tx, scope, words, call, judged.raises, judged.severity, reading.alert);
  const answer = await putAnswer(tx, {
    id: before?.id ?? newId<string>(),
    call_id: call.id,
    question_id: question.id,
    value: saving.value,
    severity: judged.severity,
    raised: judged.raises,
    alert_id: raised?.alertId ?? null,
    reading_id: reading.readingId,
    answered_by: me,
    answered_at: tx.now,
    save_id: saving.saveId,
  });
  hintCall(tx, await saveCall(tx, begun(call, me, question, saving.value, tx.now)));
  await audit(tx, scope, {
    action: 'calls.answer-saved',
    subject: { kind: 'call', id: call.id },
    patientId: call.patient_id,
    detail: { question: question.id, severity: judged.severity, version: answer.version },
  });
  return { answer, raised };
}

/** Answering begins the call; telling the last of the emergency numbers is written down with its time and person. */
function begun(call: CallRow, me: string, question: ScriptQuestion, value: AnswerValue, now: Date): CallRow {
  const told = question.kind === 'channels' ? toldAll(question, value) : null;
  return {
    ...call,
    state: call.state === 'waiting' ? 'in-progress' : call.state,
    caller_staff_id: me,
    opened_at: call.opened_at ?? now,
    emergency_told_at: told === null ? call.emergency_told_at : told ? (call.emergency_told_at ?? now) : null,
    emergency_told_by: told === null ? call.emergency_told_by : told ? (call.emergency_told_by ?? me) : null,
  };
}

async function storeReading(
  tx: Tx,
  scope: Scope,
  call: CallRow,
  question: ScriptQuestion,
  before: AnswerRow | null,
  saving: Saving,
): Promise<{ readingId: string | null; alert: string | null }> {
  if (question.kind !== 'number' || question.records === null || saving.value.kind !== 'number')
    return { readingId: null, alert: null };
  const value = saving.value.number.toFixed(question.decimals);
  const effectiveAt = tx.now;
  const unit = question.records.ucum;
  // The range of the question is narrower than what a scale can have: typing within it is confirming.
  const stored = before?.reading_id
    ? await correct(tx, scope, {
        patientId: call.patient_id,
        readingId: before.reading_id,
        reason: 'call-answer-changed',
        replacement: { id: saving.saveId, value, unit, effectiveAt, confirmed: true },
      })
    : await record(tx, scope, {
        id: saving.saveId,
        patientId: call.patient_id,
        encounterId: call.encounter_id,
        code: question.records.loinc,
        value,
        unit,
        effectiveAt,
        source: 'call',
        confirmed: true,
      });
  return { readingId: stored.readingId, alert: stored.alerts[0]?.id ?? null };
}

/** One alert stands per sign; where the stored reading has raised one, the answer points to it. */
async function raiseSign(
  tx: Tx,
  scope: Scope,
  words: Words,
  call: CallRow,
  signId: string,
  severity: 'amber' | 'red',
  fromReading: string | null,
): Promise<RaisedHere> {
  const { reason, patientWords } = textsOf(words, call, signId);
  const alertId =
    fromReading ??
    (await raise(tx, scope, {
      patientId: call.patient_id,
      encounterId: call.encounter_id,
      ruleKey: `sign:${signId}`,
      severity,
      reason,
      ...(patientWords ? { patientNow: patientWords } : {}),
      sourceRef: { kind: 'call', id: call.id },
    }));
  return { alertId, severity, reason, patientWords };
}

function raisedBefore(words: Words, call: CallRow, answer: AnswerRow): RaisedHere | null {
  if (answer.alert_id === null || answer.raised === null || answer.severity === 'none') return null;
  return { alertId: answer.alert_id, severity: answer.severity, ...textsOf(words, call, answer.raised) };
}

function textsOf(words: Words, call: CallRow, signId: string): Pick<RaisedHere, 'reason' | 'patientWords'> {
  const sign = call.script.signs.find((one) => one.id === signId);
  const text = (language: 'zh-CN' | 'en') =>
    words(language, 'calls.alert.reason', { sign: sign?.sign[language] ?? signId });
  return { reason: { 'zh-CN': text('zh-CN'), en: text('en') }, patientWords: sign?.whatToDo ?? null };
}
