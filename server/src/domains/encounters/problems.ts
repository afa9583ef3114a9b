import { Problem } from '../../kernel/http/index.ts';

/** 409: another transaction brought the same visit number at the same moment; the same work again finds it. */
export const stayRaced = () => new Problem('encounters', 'stay-raced', 409);
/** 409: the visit number belongs to a stay of somebody else. A person must look. */
export const visitOfAnother = () => new Problem('encounters', 'visit-of-another', 409);
/** 422: the discharge lies ahead of the hospital's clock. */
export const dischargeAhead = () => new Problem('encounters', 'discharge-ahead', 422);
/** 409: the id of this entry is taken by another stay. */
export const entryTaken = () => new Problem('encounters', 'entry-taken', 409);
