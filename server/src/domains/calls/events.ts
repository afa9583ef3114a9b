/** Lane of each: the patient. Ids, codes, times and numbers only. */
export const CALL_LAID_OUT = 'call.laid-out';
export const CALL_ATTEMPTED = 'call.attempted';
export const CALL_FINISHED = 'call.finished';
/** Tries are used up; the head nurse decides. */
export const CALL_UNREACHABLE = 'call.unreachable';
export const CALL_CANCELLED = 'call.cancelled';

type About = {
  readonly callId: string;
  readonly planId: string;
  readonly taskId: string;
  readonly encounterId: string;
  readonly patientId: string;
};
export type CallLaidOut = About & { readonly dueAt: string };
export type CallAttempted = About & { readonly number: number; readonly who: string; readonly outcome: string };
export type CallUnreachable = About;
export type CallCancelled = About & { readonly reason: string };
export type CallFinished = About & {
  readonly outcome: 'completed' | 'partly' | 'declined' | 'unreachable';
  /** Only a person's voice counts as interactive contact (CMS transitional care). Null: nobody was spoken to. */
  readonly contact: 'human' | 'automated' | null;
  readonly hoursAfterDischarge: number | null;
  readonly seconds: number;
  readonly red: number;
  readonly amber: number;
  readonly emergencyTold: boolean;
  readonly finishedBy: string | null;
};
