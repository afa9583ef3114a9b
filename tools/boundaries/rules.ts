import type { IForbiddenRuleType } from 'dependency-cruiser';
import type { RiverDomain } from '../river.ts';

const TEST = '\\.(test|e2e)\\.tsx?$|^server/test/|^e2e/';
const STORE = '(^|/)store\\.ts$|/store/[^/]+\\.ts$|\\.store\\.ts$';
const OURS = '^(server|web|contract|protocols|tools|bench|eval|e2e|miniapp)/';
const anyOf = (names: string[]): string => `(${names.join('|')})`;
const npm = (name: string): string => `(^|node_modules/)${name}(/|$)`;

type Rule = IForbiddenRuleType & { name: string };

function rule(name: string, comment: string, from: Rule['from'], to: object): Rule {
  return { name, comment, severity: 'error', from, to } as Rule;
}

/** Imports point upstream: each domain is refused every domain that stands after it. */
function upstreamOnly(domains: RiverDomain[]): Rule[] {
  return domains
    .slice(0, -1)
    .map((domain, index) =>
      rule(
        `upstream-only-${domain.name}`,
        `${domain.name} stands before these domains in river.json: emit an event instead`,
        { path: `^server/src/domains/${domain.name}/`, pathNot: TEST },
        { path: `^server/src/domains/${anyOf(domains.slice(index + 1).map((later) => later.name))}/` },
      ),
    );
}

function doors(domains: RiverDomain[]): Rule[] {
  return [
    rule(
      'front-door-only',
      'another domain is reached through its index.ts',
      { path: '^server/src/domains/([^/]+)/', pathNot: TEST },
      { path: '^server/src/domains/', pathNot: ['^server/src/domains/$1/', '^server/src/domains/[^/]+/index\\.ts$'] },
    ),
    rule(
      'front-door-only-outside',
      'tools, benches and evaluations reach a domain through its index.ts or through the composition root',
      { path: '^(tools|bench|eval)/', pathNot: TEST },
      { path: '^server/src/domains/', pathNot: '^server/src/domains/[^/]+/index\\.ts$' },
    ),
    rule(
      'tests-not-around-stores',
      "a test reaches other domains' rows through builders and front doors, never through their stores",
      { path: '^server/src/domains/([^/]+)/.*\\.test\\.ts$' },
      { path: `^server/src/domains/.*(${STORE})`, pathNot: '^server/src/domains/$1/' },
    ),
    rule(
      'shared-tests-not-around-stores',
      'flows and builders go through front doors',
      { path: '^(server/test|e2e)/' },
      { path: `^server/src/domains/.*(${STORE})` },
    ),
    rule(
      'domain-in-river',
      'a folder under server/src/domains must be listed in river.json',
      { path: '^server/src/domains/', pathNot: `^server/src/domains/${anyOf(domains.map((domain) => domain.name))}/` },
      {},
    ),
  ];
}

const KERNEL_AND_ROOT: Rule[] = [
  rule(
    'kernel-knows-no-domain',
    'the kernel is below every domain',
    { path: '^server/src/kernel/', pathNot: TEST },
    { path: '^server/src/domains/' },
  ),
  rule(
    'nobody-imports-app',
    'only main.ts, tools, benches and tests know the composition root',
    { path: OURS, pathNot: [TEST, '^server/src/app/', '^server/src/main\\.ts$', '^(tools|bench|eval)/'] },
    { path: '^server/src/(app/|main\\.ts$)' },
  ),
  rule(
    'server-stays-in-server',
    'the server imports its own source, contract and protocols',
    { path: '^server/src/', pathNot: [TEST, '^server/src/app/'] },
    { path: '^(server/test|web|tools|bench|eval|e2e|miniapp)/' },
  ),
];

const SHARED: Rule[] = [
  rule(
    'contract-imports-nothing',
    'contract stands alone',
    { path: '^contract/', pathNot: TEST },
    { path: OURS, pathNot: '^contract/' },
  ),
  rule(
    'protocols-import-nothing',
    'protocols stand alone',
    { path: '^protocols/', pathNot: TEST },
    { path: OURS, pathNot: '^protocols/' },
  ),
];

const WEB: Rule[] = [
  rule(
    'web-imports-little',
    'a web app imports contract, web/kit, protocols and itself',
    { path: '^web/(staff|patient)/' },
    { path: OURS, pathNot: ['^web/$1/', '^web/kit/', '^contract/', '^protocols/'] },
  ),
  rule(
    'web-kit-knows-no-api',
    'the kit knows no app and no API',
    { path: '^web/kit/' },
    { path: OURS, pathNot: ['^web/kit/', '^protocols/'] },
  ),
  rule(
    'web-kit-knows-no-router',
    'the kit knows no router',
    { path: '^web/kit/' },
    { path: npm('@tanstack/react-(router|query)') },
  ),
  rule(
    'patient-app-no-zod',
    'forms on the phone are checked by the server; zod costs 24 kB',
    { path: '^web/(patient|kit)/' },
    { path: npm('zod') },
  ),
  rule(
    'routes-gen-no-zod',
    'the phone imports routes.gen.ts by value, so it may bring no schema along',
    { path: '^contract/routes\\.gen\\.ts$' },
    { path: [npm('zod'), '^contract/'], dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'patient-app-contract-types-only',
    'a value import from contract would bring zod to the phone; routes.gen.ts has none',
    { path: '^web/patient/' },
    { path: '^contract/', pathNot: '^contract/routes\\.gen\\.ts$', dependencyTypesNot: ['type-only'] },
  ),
];

const SQL: Rule[] = [
  rule(
    'sql-only-in-stores',
    'kysely is used by the kernel and by store files; others may import its types',
    { path: '^(server/src|contract|protocols|web)/', pathNot: ['^server/src/kernel/', STORE] },
    { path: npm('kysely'), dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'pg-only-in-kernel',
    'connections are made by the kernel and by the embedded manager',
    { path: '^(server/src|contract|protocols|web|e2e)/', pathNot: ['^server/src/kernel/', '^server/src/app/postgres'] },
    { path: npm('pg') },
  ),
];

const CYCLES: Rule[] = [rule('no-cycles', 'a cycle has no upstream', { path: OURS }, { circular: true })];

/** dependency-cruiser's `forbidden` list for this river. */
export function boundaryRules(domains: RiverDomain[]): Rule[] {
  return [...upstreamOnly(domains), ...doors(domains), ...KERNEL_AND_ROOT, ...SHARED, ...WEB, ...SQL, ...CYCLES];
}
