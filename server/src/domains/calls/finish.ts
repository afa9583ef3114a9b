import type { z } from 'zod';
import type { AttemptWho, Outcome } from '../../../../contract/calls.ts';
import type { Scope } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { stale } from '../../kernel/http/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { hoursBetween } from '../../kernel/time/index.ts';
import { completeTask } from '../careplans/index.ts';
import { close } from '../worklist/index.ts';
import { askingStaff, openCallRecord, openToWrite } from './access.ts';
import { answersOf } from './answer.store.ts';
import { attemptsOf, insertAttempt } from './attempt.store.ts';
import { type CallRow, saveCall } from './call.store.ts';
import { CALL_FINISHED, type CallFinished } from './events.ts';
import { openRequirements } from './judge.ts';
import { emergencyNotTold, questionsOpen, spokeWithMissing, triesLeft } from './problems.ts';
import { reachOf } from './reach.ts';
import { CHANNELS_QUESTION } from './script.ts';
import { aboutCall, hintCall } from './told.ts';
import { whoNext } from './tries.ts';

export interface Finishing {
  readonly version: number;
  readonly outcome: z.infer<typeof Outcome>;
  readonly spokeWith: AttemptWho | null;
  readonly seconds: number;
}

/**
 * Finishes a call: task completed, item done, event told. Whoever spoke with somebody must have told the emergency numbers; a call
 * finished as complete has every required answer. Finishing one that this person has finished already changes nothing.
 */
export async function finish(tx: Tx, scope: Scope, callId: string, finishing: Finishing): Promise<CallRow> {
  const me = askingStaff(scope);
  const now = await openCallRecord(tx, scope, callId);
  if (now.state === 'finished' && now.finished_by === me && now.outcome === finishing.outcome) return now;
  const call = await openToWrite(tx, scope, callId);
  if (call.version !== finishing.version) throw stale();
  const answers = await answersOf(tx, [call.id]);
  const tried = await attemptsOf(tx, [call.id]);
  const spoke = finishing.outcome !== 'unreachable';
  if (spoke && finishing.spokeWith === null) throw spokeWithMissing();
  if (!spoke) {
    const next = whoNext(tried, (await reachOf(tx, scope, call.patient_id)).known);
    if (!next.exhausted) throw triesLeft(next.left);
  }
  if (finishing.outcome === 'completed' || finishing.outcome === 'partly') {
    const missing = openRequirements(call.script, new Map(answers.map((row) => [row.question_id, row.value])));
    if (missing.includes(CHANNELS_QUESTION)) throw emergencyNotTold();
    if (finishing.outcome === 'completed' && missing.length > 0) throw questionsOpen(missing);
  }
  const reached = tried.find((one) => one.outcome === 'reached')?.tried_at ?? call.opened_at ?? tx.now;
  if (spoke && finishing.spokeWith !== null && !tried.some((one) => one.outcome === 'reached'))
    await insertAttempt(tx, {
      id: newId<string>(),
      call_id: call.id,
      number: tried.length + 1,
      who: finishing.spokeWith,
      outcome: finishing.outcome === 'declined' ? 'declined' : 'reached',
      tried_at: reached,
      tried_by: me,
      next_try_at: null,
    });
  const hours = spoke ? hoursBetween(call.discharged_at, reached).toFixed(2) : null;
  const saved = await saveCall(tx, {
    ...call,
    state: 'finished',
    outcome: finishing.outcome,
    contact: spoke ? 'human' : null,
    spoke_with: spoke ? finishing.spokeWith : null,
    hours_after_discharge: hours,
    next_try_at: null,
    caller_staff_id: me,
    opened_at: call.opened_at ?? tx.now,
    finished_at: tx.now,
    finished_by: me,
    seconds: finishing.seconds,
  });
  await completeTask(tx, scope, call.task_id, { outcome: finishing.outcome, ref: call.id });
  await close(tx, call.item_id, 'done', finishing.outcome);
  hintCall(tx, saved);
  const worrying = (severity: string) => answers.filter((row) => row.severity === severity).length;
  const payload: CallFinished = {
    ...aboutCall(saved),
    outcome: finishing.outcome,
    contact: saved.contact,
    hoursAfterDischarge: hours === null ? null : Number(hours),
    seconds: finishing.seconds,
    red: worrying('red'),
    amber: worrying('amber'),
    emergencyTold: saved.emergency_told_at !== null,
    finishedBy: me,
  };
  await emit(tx, { type: CALL_FINISHED, lane: saved.patient_id, payload });
  await audit(tx, scope, {
    action: 'calls.finished',
    subject: { kind: 'call', id: call.id },
    patientId: call.patient_id,
    detail: { outcome: finishing.outcome, seconds: finishing.seconds },
  });
  return saved;
}
