import type { Problem } from '../../../contract/common.ts';

/** What the server refused, or that it could not be reached. `message` is fit to be shown. */
export class ApiProblem extends Error {
  readonly type: string;
  readonly status: number;
  readonly fields: Readonly<Record<string, string>>;
  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.type = problem.type;
    this.status = problem.status;
    this.fields = problem.fields ?? {};
  }
  get title(): string {
    return this.message;
  }
  /** No answer at all: the network or the server is away. */
  get offline(): boolean {
    return this.status === 0;
  }
  /** Trying the same again may help: nothing is wrong with the request itself. */
  get passing(): boolean {
    return [0, 401, 408, 423, 425, 429].includes(this.status) || this.status >= 500;
  }
}

/** Reads a refused answer; one that is no problem document gets the title for its status. */
export async function problemOf(response: Response, titleFor: (status: number) => string): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const found = (body && typeof body === 'object' ? body : {}) as Partial<Problem>;
  return new ApiProblem({
    type: found.type ?? 'about:blank',
    title: found.title ?? titleFor(response.status),
    status: response.status,
    ...(found.fields ? { fields: found.fields } : {}),
  });
}
