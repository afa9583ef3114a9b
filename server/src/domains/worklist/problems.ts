import { Problem } from '../../kernel/http/index.ts';

/** 409: the item is done, cancelled or on hold: nothing is left to take. */
export const itemClosed = () => new Problem('worklist', 'item-closed', 409);
/** 422: an alert may be taken or given to a colleague, never put aside. */
export const alertNotSnoozed = () => new Problem('worklist', 'alert-not-snoozed', 422);
/** 422: the time is past, or beyond the last time of the item. */
export const snoozeOutOfRange = () => new Problem('worklist', 'snooze-out-of-range', 422);
/** 422: the colleague does not work on the item's ward, or is away and nobody covers. */
export const notOfWard = () => new Problem('worklist', 'not-of-ward', 422);
