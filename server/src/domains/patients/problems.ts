import { Problem } from '../../kernel/http/index.ts';

/** 409: two identifiers of one message belong to two people, or contradict the person they point at. A person must look. */
export const identityConflict = () => new Problem('patients', 'identity-conflict', 409);
/** 409: another request registered the same person at the same moment; the same request again finds them. */
export const matchRace = () => new Problem('patients', 'match-race', 409);
/** 422: a number that cannot be dialled. */
export const phoneUnreadable = () => new Problem('patients', 'phone-unreadable', 422);
/** 409: refused in this stay, so it is not asked again. */
export const notAskedAgain = () => new Problem('patients', 'not-asked-again', 409);
/** 409: the consent text on the screen is not the one that stands. */
export const consentTextOld = () => new Problem('patients', 'consent-text-old', 409);
/** 409: only a death that staff recorded is taken back by staff. */
export const deathFromFeed = () => new Problem('patients', 'death-from-feed', 409);
/** 422: a date of death that lies ahead. */
export const deathAhead = () => new Problem('patients', 'death-ahead', 422);
