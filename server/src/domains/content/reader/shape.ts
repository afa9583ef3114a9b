import { z } from 'zod';
import { type PackProblem, packProblem } from '../problem.ts';

const speak = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };

/**
 * Holds foreign data against a schema; what does not fit comes back as problems in both languages.
 * A value that fits no branch of a union is explained by the branch it comes nearest to.
 */
export function readShape<T extends z.ZodType>(
  schema: T,
  data: unknown,
  file: string,
): { ok: true; value: z.infer<T> } | { ok: false; problems: PackProblem[] } {
  const en = schema.safeParse(data, { error: speak.en });
  if (en.success) return { ok: true, value: en.data };
  const zh = schema.safeParse(data, { error: speak.zh });
  const english = nearest(en.error.issues);
  const chinese = nearest(zh.error?.issues ?? []);
  const problems = english.map((issue, index) =>
    packProblem(
      file,
      showPath(issue.path),
      `shape-${issue.code}`.replaceAll('_', '-'),
      chinese[index]?.message ?? issue.message,
      issue.message,
    ),
  );
  return { ok: false, problems };
}

type Issue = { code: string; path: PropertyKey[]; message: string; errors?: Issue[][] };

function nearest(issues: readonly z.core.$ZodIssue[]): Issue[] {
  return (issues as readonly Issue[]).flatMap((issue) => unfold(issue, []));
}

function unfold(issue: Issue, above: PropertyKey[]): Issue[] {
  const path = [...above, ...issue.path];
  const branches = (issue.errors ?? []).filter((branch) => branch.length > 0);
  if (issue.code !== 'invalid_union' || branches.length === 0) return [{ ...issue, path }];
  const best = branches.reduce((a, b) => (weight(b) < weight(a) ? b : a));
  return best.flatMap((inner) => unfold(inner, path));
}

/** Keys a branch does not know weigh more than keys it misses: the writer's own keys say which branch was meant. */
function weight(branch: Issue[]): number {
  return branch.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 10 : 1), 0);
}

/** `tasks[3].schedule.day`: the way people write a place in a YAML file. */
function showPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((shown, key) => {
    if (typeof key === 'number') return `${shown}[${key}]`;
    return shown === '' ? String(key) : `${shown}.${String(key)}`;
  }, '');
}
