import { Problem } from '../../kernel/http/index.ts';

/** 409: the plan has ended or has not begun: there is nothing to pause, resume or end. */
export const planNotUnderWay = (state: string) => new Problem('careplans', 'plan-not-under-way', 409, { state });
/** 409: nobody has to choose any more. */
export const planNotAwaiting = (state: string) => new Problem('careplans', 'plan-not-awaiting', 409, { state });
/** 409: tasks of this kind are completed where the work is done: a call in the call, a message by sending. */
export const taskNotCompletable = (kind: string) => new Problem('careplans', 'task-not-completable', 409, { kind });
/** 409: the plan has ended, its tasks are closed. */
export const taskClosed = () => new Problem('careplans', 'task-closed', 409);
