/**
 * What stops a request, as RFC 9457 knows it. `domain` and `code` make the type (`urn:dayone:<domain>:<code>`) and the text key
 * (`problem.<domain>.<code>`); `params` fill the text and hold ids, numbers and codes only, never a name, a phone or a text.
 */
export class Problem extends Error {
  readonly domain: string;
  readonly code: string;
  readonly status: number;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fields: Readonly<Record<string, string>> | undefined;

  constructor(
    domain: string,
    code: string,
    status: number,
    params: Record<string, string | number> = {},
    fields?: Record<string, string>,
  ) {
    super(`${domain}:${code}`);
    this.name = 'Problem';
    this.domain = domain;
    this.code = code;
    this.status = status;
    this.params = params;
    this.fields = fields;
  }
}

/** 404, also for what exists and may not be seen: a refusal must not tell whether someone is a patient. */
export const notFound = () => new Problem('kernel', 'not-found', 404);
/** 403: the role lacks the permission; says nothing of any record. */
export const forbidden = () => new Problem('kernel', 'forbidden', 403);
/** 401: nobody is signed in, or the session has ended. */
export const unauthenticated = () => new Problem('kernel', 'unauthenticated', 401);
/** 409: somebody changed the thing since it was read. */
export const stale = () => new Problem('kernel', 'stale', 409);
/** 422: the input is well formed and cannot be taken; `fields` name what to mend. */
export const invalid = (fields: Record<string, string>) => new Problem('kernel', 'invalid', 422, {}, fields);
