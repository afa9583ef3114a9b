import { Problem } from '../../kernel/http/index.ts';

/** 409: finished or cancelled: nothing can be written into it any more. */
export const callClosed = () => new Problem('calls', 'call-closed', 409);
/** 409: a hold, a death or a stay in hospital stands in the way. */
export const callSuspended = () => new Problem('calls', 'call-suspended', 409);
/** 422: the script asks no such question. */
export const questionUnknown = () => new Problem('calls', 'question-unknown', 422);
/** 422: the answer does not fit its question. */
export const answerUnfit = (code: string) => new Problem('calls', 'answer-unfit', 422, {}, { value: code });
/** 422: the numbers for an emergency have not all been told. */
export const emergencyNotTold = () => new Problem('calls', 'emergency-not-told', 422);
/** 422: required questions have no answer; the call may be finished as partly done. */
export const questionsOpen = (ids: readonly string[]) =>
  new Problem('calls', 'questions-open', 422, { count: ids.length }, Object.fromEntries(ids.map((id) => [id, 'open'])));
/** 422: the next try lies in the past or in quiet hours. */
export const nextTryOutOfHours = () => new Problem('calls', 'next-try-out-of-hours', 422);
/** 422: tries are not used up yet. */
export const triesLeft = (left: number) => new Problem('calls', 'tries-left', 422, { left });
/** 422: who was spoken with is missing. */
export const spokeWithMissing = () => new Problem('calls', 'spoke-with-missing', 422);
