import { invalid, Problem } from '../../kernel/http/index.ts';

/** 422: an unlikely figure; the same request with `confirmed: true` stores it. Bounds are those of the measure's own unit. */
export const implausible = (low: number, high: number) =>
  new Problem('monitoring', 'implausible', 422, { low, high }, { value: 'monitoring.field.implausible' });
/** 422: the scale has no such value. */
export const impossible = () => invalid({ value: 'monitoring.field.impossible' });
/** 422: the measure cannot be given in this unit. */
export const unitUnknown = () => invalid({ unit: 'monitoring.field.unit' });
/** 422: measured later than now. */
export const inFuture = () => invalid({ effectiveAt: 'monitoring.field.future' });
/** 409: the id of this write belongs to another reading. */
export const idTaken = () => new Problem('monitoring', 'id-taken', 409);
/** 409: the reading was corrected before. */
export const alreadyCorrected = () => new Problem('monitoring', 'already-corrected', 409);
/** 409: somebody has closed the alert meanwhile. */
export const alertClosed = () => new Problem('monitoring', 'alert-closed', 409);
