import { Problem } from '../../kernel/http/index.ts';

/** 422: the sections of the pack do not fit each other or the rules of the format. */
export const packHasProblems = (count: number) => new Problem('content', 'pack-has-problems', 422, { count });
/** 409: this version is here with other content; a published version never changes. */
export const versionTaken = (version: string) => new Problem('content', 'version-taken', 409, { version });
/** 409: a newer version of the pack is published. */
export const versionOlder = (version: string) => new Problem('content', 'version-older', 409, { version });
