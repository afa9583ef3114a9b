import * as contract from '../../../../contract/calls.ts';
import { audit } from '../../kernel/audit/index.ts';
import { type Endpoint, onTx } from '../../kernel/http/index.ts';
import { openPatient } from '../encounters/index.ts';
import { countMinutes } from '../worklist/index.ts';
import { openCallRecord } from './access.ts';
import { addAttempt } from './add-attempt.ts';
import { callsOf } from './call.store.ts';
import { finish } from './finish.ts';
import { holdFromCall } from './hold.ts';
import { openForDialling } from './open-call.ts';
import { presentCall, presentOneAnswer, presentSummaries } from './present.ts';
import { saveAnswer } from './save-answer.ts';

const one = onTx(contract.callOf, async (tx, { scope, params }) => {
  const call = await openCallRecord(tx, scope, params.callId);
  await audit(tx, scope, {
    action: 'calls.read',
    subject: { kind: 'call', id: call.id },
    patientId: call.patient_id,
  });
  return presentCall(tx, scope, call);
});

const ofPatient = onTx(contract.callsOfPatient, async (tx, { scope, params }) => {
  const patientId = await openPatient(tx, scope, params.patientId);
  return presentSummaries(tx, await callsOf(tx, patientId));
});

const open = onTx(contract.openCall, async (tx, { scope, params, body }) => {
  const { because, reach } = await openForDialling(tx, scope, params.callId, body.sessionId);
  return {
    may: because === null,
    because,
    phones: reach ? [...reach.phones] : [],
    preferred: { from: reach?.from ?? null, to: reach?.to ?? null, notes: reach?.notes ?? null },
  };
});

const answer = onTx(contract.saveAnswer, async (tx, { ctx, scope, params, body }) => {
  const { answer: row, raised } = await saveAnswer(tx, scope, ctx.words, params, body);
  return { answer: await presentOneAnswer(tx, row, raised?.patientWords ?? null), raised };
});

const attempt = onTx(contract.addAttempt, async (tx, { ctx, scope, params, body }) => {
  const nextTryAt = body.nextTryAt === undefined ? null : new Date(body.nextTryAt);
  const call = await addAttempt(tx, scope, ctx.words, params.callId, {
    id: body.id,
    who: body.who,
    outcome: body.outcome,
    nextTryAt,
  });
  return presentCall(tx, scope, call);
});

const finishOne = onTx(contract.finishCall, async (tx, { scope, params, body }) =>
  presentCall(tx, scope, await finish(tx, scope, params.callId, body)),
);

const minutes = onTx(contract.countMinutes, async (tx, { scope, params, body }) => {
  await openCallRecord(tx, scope, params.callId);
  await countMinutes(tx, scope, params.sessionId, body.seconds, body.closed);
});

const hold = onTx(contract.holdFromCall, async (tx, { scope, params, body }) => {
  const diedAt = body.diedAt === undefined ? null : new Date(body.diedAt);
  await holdFromCall(tx, scope, params.callId, { id: body.id, reason: body.reason, diedAt });
});

export const endpoints: readonly Endpoint[] = [one, ofPatient, open, answer, attempt, finishOne, minutes, hold];
