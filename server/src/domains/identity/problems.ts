import { invalid, Problem } from '../../kernel/http/index.ts';

/** 401: number or secret is wrong; says not which. */
export const wrongCredentials = () => new Problem('identity', 'wrong-credentials', 401);
/** 429: five wrong tries lock the account for a while. */
export const accountLocked = (minutes: number) => new Problem('identity', 'account-locked', 429, { minutes });
/** 401: the workstation has not seen a full login today, so a PIN is not enough. */
export const workstationUnknown = () => new Problem('identity', 'workstation-unknown', 401);
/** 404: no hospital of this code. */
export const hospitalUnknown = () => new Problem('identity', 'hospital-unknown', 404);
/** 422: the person named does not work on this ward. */
export const staffNotOfWard = () => new Problem('identity', 'staff-not-of-ward', 422);
/** 422: a span that ends before it begins. */
export const endBeforeStart = (field: 'endsAt' | 'to') => invalid({ [field]: 'identity.field.end-before-start' });
