import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { readFailure } from '../db/index.ts';
import type { Language, Words } from '../i18n/index.ts';
import { Problem } from './problem.ts';

export interface RenderedProblem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  fields?: Record<string, string>;
}

/** Fastify's own refusals that a caller can mend, by error code. */
const BY_FASTIFY_CODE: Record<string, [string, number]> = {
  FST_STATIC_FORBIDDEN_PATH: ['no-such-address', 404],
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', 413],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['wrong-media-type', 415],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['malformed', 400],
  FST_ERR_CTP_INVALID_JSON_BODY: ['malformed', 400],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['malformed', 400],
};

/** SQLSTATE of a figure or a time that is beyond what a column can hold: only input can be that large. */
const BEYOND: readonly string[] = ['22003', '22008'];

/**
 * Turns whatever was thrown into an RFC 9457 problem in the reader's language. What is not a Problem becomes 500 without any
 * detail; `known` is false then, and the caller logs it.
 */
export function renderProblem(
  words: Words,
  language: Language,
  error: unknown,
): { problem: RenderedProblem; known: boolean } {
  const problem = asProblem(error);
  const shown = problem ?? new Problem('kernel', 'unexpected', 500);
  const key = `problem.${shown.domain}.${shown.code}`;
  const detail = words(language, `${key}.detail`, shown.params);
  const fields =
    shown.fields &&
    Object.fromEntries(Object.entries(shown.fields).map(([field, text]) => [field, words(language, text)]));
  return {
    known: problem !== null,
    problem: {
      type: `urn:dayone:${shown.domain}:${shown.code}`,
      title: words(language, key, shown.params),
      status: shown.status,
      ...(detail === `${key}.detail` ? {} : { detail }),
      ...(fields ? { fields } : {}),
    },
  };
}

function asProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = Object.fromEntries(
      error.validation.map((issue) => [
        issue.instancePath.replace(/^\//, '').replaceAll('/', '.') || 'body',
        `field.${issue.keyword}`,
      ]),
    );
    return new Problem('kernel', 'invalid', error.statusCode === 404 ? 404 : 422, {}, fields);
  }
  if (error instanceof SyntaxError) return new Problem('kernel', 'malformed', 400);
  const failure = readFailure(error);
  if (failure?.kind === 'retry') return new Problem('kernel', 'busy', 503);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    const known = BY_FASTIFY_CODE[error.code];
    if (known) return new Problem('kernel', ...known);
    if (BEYOND.includes(error.code)) return new Problem('kernel', 'invalid', 422);
    if (['ECONNREFUSED', '57P01', '53300'].includes(error.code)) return new Problem('kernel', 'database-away', 503);
  }
  if (error instanceof Error && 'statusCode' in error && error.statusCode === 429)
    return new Problem('kernel', 'too-many', 429);
  return null;
}
