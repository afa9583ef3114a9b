import i18next from 'i18next';
import { routes } from '../../../contract/routes.gen.ts';
import { addressOf, type Plain } from './path.ts';
import { ApiProblem, problemOf } from './problem.ts';
import { tellRefusal } from './refusals.ts';
import type { InputArgs, Reply, RouteName } from './types.ts';

interface Parts {
  readonly params?: Plain;
  readonly query?: Plain;
  readonly body?: unknown;
}
// A wrong password is the form's matter, not the end of a session.
const asksForWho: readonly RouteName[] = ['identity.login', 'identity.switchUser'];

/**
 * Calls a route of the contract. Throws `ApiProblem` for every refusal (status 0: not reached).
 * 401 leads to sign-in, 423 to the lock screen; both keep the page's address.
 */
export async function call<N extends RouteName>(name: N, ...[input]: InputArgs<N>): Promise<Reply<N>> {
  const { params, query, body } = (input ?? {}) as Parts;
  const route: { method: string; path: string } = routes[name];
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': i18next.language };
  // A header no form and no foreign page can send: the proof that a write comes from this console.
  if (route.method !== 'GET') headers['x-dayone'] = '1';
  if (body !== undefined) headers['content-type'] = 'application/json';
  const init: RequestInit = { method: route.method, headers, credentials: 'same-origin', cache: 'no-store' };
  if (body !== undefined) init.body = JSON.stringify(body);

  const response = await fetch(addressOf(route.path, params, query), init).catch(() => {
    throw new ApiProblem({ type: 'urn:dayone:web:offline', title: i18next.t('shell.problem.offline'), status: 0 });
  });
  if (!response.ok) {
    const problem = await problemOf(response, titleFor);
    if (response.status === 401 && !asksForWho.includes(name)) tellRefusal('signed-out');
    if (response.status === 423) tellRefusal('locked');
    throw problem;
  }
  return (response.status === 204 ? undefined : await response.json()) as Reply<N>;
}

function titleFor(status: number): string {
  if (status === 404) return i18next.t('shell.problem.missing');
  if (status === 403) return i18next.t('shell.problem.refused');
  return i18next.t('shell.problem.server', { status });
}
