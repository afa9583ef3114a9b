import * as contract from '../../contract/index.ts';
import type { RouteSpec } from '../../contract/route.ts';

function isRoute(value: unknown): value is RouteSpec {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value;
}

/** Text of `contract/routes.gen.ts`: every route's method and path for the callers, its types without zod at run time. */
export function routesFile(): string {
  const found = Object.entries(contract).flatMap(([domain, members]) =>
    Object.entries(members).flatMap(([name, value]) => (isRoute(value) ? [{ domain, name, route: value }] : [])),
  );
  const domains = [...new Set(found.map((each) => each.domain))];
  return [
    '// Written by tools/generate.ts from the contract. Do not edit.',
    ...domains.map((domain) => `import type * as ${domain} from './${domain}.ts';`),
    "import type { Call } from './route.ts';",
    '',
    'export const routes = {',
    ...found.map(
      ({ domain, name, route }) =>
        `  '${domain}.${name}': { method: '${route.method}', path: '${route.path}', access: '${route.access}' },`,
    ),
    '} as const;',
    '',
    'export interface RouteTypes {',
    ...found.map(({ domain, name }) => `  '${domain}.${name}': Call<typeof ${domain}.${name}>;`),
    '}',
    '',
  ].join('\n');
}
