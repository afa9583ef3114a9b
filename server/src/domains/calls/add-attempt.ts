import type { AttemptOutcome, AttemptWho } from '../../../../contract/calls.ts';
import type { Scope } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import type { Words } from '../../kernel/i18n/index.ts';
import { emit } from '../../kernel/outbox/index.ts';
import { isContactAllowed } from '../../kernel/sequence/index.ts';
import { ownHospital } from '../identity/index.ts';
import { handOn, rerank } from '../worklist/index.ts';
import { askingStaff, openToWrite } from './access.ts';
import { attemptsOf, insertAttempt } from './attempt.store.ts';
import { type CallRow, saveCall } from './call.store.ts';
import { CALL_ATTEMPTED, CALL_UNREACHABLE, type CallAttempted } from './events.ts';
import { nextTryOutOfHours } from './problems.ts';
import { reachOf } from './reach.ts';
import { aboutCall, hintCall } from './told.ts';
import { callWindows, failed, nextTryAt, whoNext } from './tries.ts';

export interface NewAttempt {
  readonly id: string;
  readonly who: AttemptWho;
  readonly outcome: AttemptOutcome;
  /** Agreed with the person; absent: proposed within their hours. */
  readonly nextTryAt: Date | null;
}

/** After the time of a new try the item has this long before it is late. */
const GRACE_MS = 2 * 3_600_000;

/**
 * Writes down one try. After a failed one the item comes back at the next time within the person's hours; when tries are used up the
 * head nurse gets it. The same try sent again changes nothing.
 */
export async function addAttempt(
  tx: Tx,
  scope: Scope,
  words: Words,
  callId: string,
  attempt: NewAttempt,
): Promise<CallRow> {
  const me = askingStaff(scope);
  const call = await openToWrite(tx, scope, callId);
  const before = await attemptsOf(tx, [call.id]);
  if (before.some((one) => one.id === attempt.id)) return call;
  const { time_zone } = await ownHospital(tx);
  const reach = await reachOf(tx, scope, call.patient_id);
  if (attempt.nextTryAt !== null) {
    const allowed = isContactAllowed(attempt.nextTryAt, callWindows(null, null), time_zone);
    if (attempt.nextTryAt <= tx.now || !allowed) throw nextTryOutOfHours();
  }
  const next = whoNext([...before, attempt], reach.known);
  const used = failed(attempt.outcome) && next.exhausted;
  const at = used
    ? null
    : (attempt.nextTryAt ?? nextTryAt(attempt.outcome, tx.now, callWindows(reach.from, reach.to), time_zone));
  const number = before.length + 1;
  const row = { id: attempt.id, call_id: call.id, number, who: attempt.who, outcome: attempt.outcome };
  if (!(await insertAttempt(tx, { ...row, tried_at: tx.now, tried_by: me, next_try_at: at }))) return call;
  const saved = await saveCall(tx, {
    ...call,
    state: used ? 'unreachable' : call.state === 'waiting' ? 'in-progress' : call.state,
    next_try_at: at,
    caller_staff_id: me,
    opened_at: call.opened_at ?? tx.now,
  });
  if (used)
    await handOn(tx, call.item_id, 'head-nurse', {
      'zh-CN': words('zh-CN', 'calls.item.unreachable'),
      en: words('en', 'calls.item.unreachable'),
    });
  else if (at !== null) await rerank(tx, call.item_id, { windowFrom: at, dueAt: new Date(at.getTime() + GRACE_MS) });
  hintCall(tx, saved);
  const payload: CallAttempted = { ...aboutCall(saved), number, who: attempt.who, outcome: attempt.outcome };
  await emit(tx, { type: CALL_ATTEMPTED, lane: saved.patient_id, payload });
  if (used) await emit(tx, { type: CALL_UNREACHABLE, lane: saved.patient_id, payload: aboutCall(saved) });
  await audit(tx, scope, {
    action: 'calls.attempted',
    subject: { kind: 'call', id: call.id },
    patientId: call.patient_id,
    detail: { who: attempt.who, outcome: attempt.outcome, number },
  });
  return saved;
}
