import { type Finding, lineAt } from '../files.ts';
import type { RiverDomain } from '../river.ts';
import { type Refusal, refuseStatement } from './rules.ts';
import { createdTable, partitionParent, statedKind, type Tables } from './tables.ts';
import { type Statement, splitStatements, splitTopLevel } from './text.ts';

const FILE_NAME = /^\d{12}-([a-z]+)-[a-z0-9-]+\.sql$/;
const CONSTRAINT = /\b(?:primary\s+key|unique|references|check\s*\(|foreign\s+key|exclude\b)/i;

/** The elements between a CREATE TABLE's parentheses, or the actions of an ALTER TABLE. */
function elements(text: string): string[] {
  const altered = /^alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?[\w."]+\s+([\s\S]*)$/i.exec(text);
  if (altered) return splitTopLevel(altered[1] ?? '');
  const open = text.indexOf('(');
  if (open === -1 || !/^create\s+(?:unlogged\s+)?table\b/i.test(text)) return [];
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')') depth -= 1;
    if (depth === 0) return splitTopLevel(text.slice(open + 1, index));
  }
  return splitTopLevel(text.slice(open + 1));
}

/** Takes each named constraint out of an element; a constraint word that is left has no name. */
function hasUnnamedConstraint(element: string): boolean {
  if (/^(drop|validate|rename|owner|enable|disable|force|no\s+force|attach|detach|set|alter|inherit)\b/i.test(element))
    return false;
  const table = element.replace(/^add\s+/i, '');
  if (/^constraint\s+\w+\s/i.test(table)) return false;
  const named = table.replace(/\bconstraint\s+\w+\s+(primary\s+key|unique|references|check\s*\(|not\s+null)/gi, '');
  return CONSTRAINT.test(named.replace(/\bgenerated\s+always\s+as\s*\([\s\S]*\)\s*stored/gi, ''));
}

function addsConstraint(action: string): boolean {
  return /^add\b/i.test(action) && (/^add\s+constraint\b/i.test(action) || CONSTRAINT.test(action));
}

function createRefusals(statement: Statement, tables: Tables): Refusal[] {
  const name = createdTable(statement);
  if (!name || partitionParent(statement)) return [];
  const kind = statedKind(statement);
  if (!kind)
    return [{ rule: 'kind-missing', message: `${name}: say "-- kind: tenant | reference | local" right before it` }];
  if (tables.get(name) === 'tenant' && !/\bhospital_id\s+uuid\b/i.test(statement.text))
    return [{ rule: 'tenant-without-column', message: `${name} is a tenant table and needs hospital_id uuid` }];
  return [];
}

function constraintRefusals(statement: Statement): Refusal[] {
  const parts = elements(statement.text);
  const refusals: Refusal[] = [];
  const unnamed = parts.filter(hasUnnamedConstraint).map((part) =>
    part
      .split(/[\s(]+/)
      .slice(0, 2)
      .join(' '),
  );
  if (unnamed.length > 0)
    refusals.push({ rule: 'unnamed-constraint', message: `name the constraint of ${unnamed.join(' | ')}` });
  if (/^alter\s+table\b/i.test(statement.text) && parts.length > 1 && parts.some(addsConstraint))
    refusals.push({ rule: 'constraint-alone', message: 'an ALTER that adds a constraint has no other action' });
  if (
    /^create\s+(or\s+replace\s+)?view\b/i.test(statement.text) &&
    !/\bsecurity_invoker\s*=\s*(true|on|1)\b/i.test(statement.text)
  )
    refusals.push({ rule: 'view-invoker', message: 'views are made with (security_invoker=true)' });
  return refusals;
}

function keyRefusals(text: string, owner: string, river: RiverDomain[]): Refusal[] {
  const order = ['kernel', ...river.map((domain) => domain.name)];
  return [...text.matchAll(/\breferences\s+([a-z_]\w*)\./gi)]
    .map((match) => (match[1] ?? '').toLowerCase())
    .filter((schema) => order.indexOf(schema) > order.indexOf(owner))
    .map((schema) => ({
      rule: 'key-upstream',
      message: `a foreign key of ${owner} cannot point downstream to ${schema}`,
    }));
}

function isTenantWrite(statement: Statement, tables: Tables): boolean {
  const target = /^(?:insert\s+into|update|delete\s+from)\s+(?:only\s+)?([a-z_]\w*\.[a-z_]\w*)/i.exec(
    statement.text,
  )?.[1];
  return target !== undefined && tables.get(target.toLowerCase()) === 'tenant';
}

/** Everything wrong with one migration file. */
export function lintMigration(file: string, source: string, tables: Tables, river: RiverDomain[]): Finding[] {
  const owner = FILE_NAME.exec(file.split('/').at(-1) ?? '')?.[1] ?? '';
  const findings: Finding[] = [];
  if (owner !== 'kernel' && !river.some((domain) => domain.name === owner))
    findings.push({
      file,
      line: 1,
      rule: 'migration-name',
      message: 'YYYYMMDDHHMM-<domain of river.json or kernel>-<verb>.sql',
    });
  const statements = splitStatements(source);
  const changesSchema = statements.some((statement) => /^(create|alter|drop)\s+table\b/i.test(statement.text));
  for (const statement of statements) {
    const refusals = [
      ...refuseStatement(statement.text, tables, { name: owner, readsViews: false }, false),
      ...createRefusals(statement, tables),
      ...constraintRefusals(statement),
      ...keyRefusals(statement.text, owner, river),
    ];
    if (changesSchema && isTenantWrite(statement, tables))
      refusals.push({ rule: 'schema-or-data', message: 'schema and data never change in one migration' });
    findings.push(...refusals.map((refusal) => ({ file, line: lineAt(source, statement.offset), ...refusal })));
  }
  return findings;
}
