import { Problem } from '../../kernel/http/index.ts';

/** 422: a corrected text still cannot be used; tells what keeps it and where. */
export const stillBroken = (code: string, path: string) => new Problem('intake', 'still-broken', 422, { code, path });
/** 409: only what waits in quarantine, was ignored or was read before can be read again. */
export const notReplayable = () => new Problem('intake', 'not-replayable', 409);
/** 409: a message that was carried out is not laid aside. */
export const notDiscardable = () => new Problem('intake', 'not-discardable', 409);
