import type { Tables } from './tables.ts';
import { enclosed } from './text.ts';

/** Whose SQL it is: a domain's name, or the kernel. */
export type Owner = { name: string; readsViews: boolean };

/** What a rule says about one statement (comments and strings blanked). */
export type Refusal = { rule: string; message: string };

const WORDS: [rule: string, pattern: RegExp, message: string][] = [
  ['set-config', /\bset_config\s*\(/i, 'use a literal SET LOCAL: set_config does not reach the workers'],
  [
    'restrictive-policy',
    /\bas\s+restrictive\b/i,
    'one permissive policy per table: restrictive ones turn permissive on shards',
  ],
  ['merge', /\bmerge\s+into\b/i, 'use INSERT … ON CONFLICT'],
  [
    'trigger',
    /\bcreate\s+(or\s+replace\s+)?(constraint\s+)?trigger\b/i,
    'do it in the code path or a generated column',
  ],
  ['deferrable', /(?<!\bnot\s+)\bdeferrable\b/i, 'constraints are checked at the statement'],
  ['set-null', /\bon\s+(delete|update)\s+set\s+(null|default)\b/i, 'refused where hospital_id is in the key'],
  ['detach-concurrently', /\bdetach\s+partition\s+\S+\s+concurrently\b/i, 'detach without CONCURRENTLY'],
  [
    'move-hospital',
    /\bupdate\s[^;]*?\bset\s+(?:[^;]*?,\s*)?hospital_id\s*=(?!=)(?=[^;]*\bwhere\b)/i,
    'hospital_id never changes',
  ],
];

const UPDATE = /\bupdate\s+(?:only\s+)?[\w."$]+(?:\s+(?:as\s+)?\w+)?\s+set\b|\bdo\s+update\s+set\b/i;
const VOLATILE = /\b(clock_timestamp|gen_random_uuid|random|uuidv4|uuidv7)\s*\(/i;
const NOW =
  /\b(?:now|transaction_timestamp|statement_timestamp|clock_timestamp)\s*\(|\b(?:current_timestamp|current_date|current_time|localtimestamp|localtime)\b/i;
const BUSINESS_TIME =
  /\b(?:due|occurred|effective|expected|started|ended|discharged|admitted)_(?:at|on)\s*(?:<=|>=|<|>|=)\s*(?:now\s*\(|current_)/i;

function timeRefusals(text: string, owner: Owner): Refusal[] {
  const refusals: Refusal[] = [];
  if (UPDATE.test(text) && VOLATILE.test(text))
    refusals.push({
      rule: 'volatile-in-update',
      message: 'clock_timestamp, gen_random_uuid and random fail in UPDATE: pass the value',
    });
  const conflict = /\bdo\s+update\b/i.exec(text);
  if (conflict && NOW.test(text.slice(conflict.index)))
    refusals.push({ rule: 'now-after-do-update', message: 'now() fails after DO UPDATE: pass the time' });
  if (owner.name !== 'kernel' ? NOW.test(text) : BUSINESS_TIME.test(text))
    refusals.push({ rule: 'business-now', message: 'business time is a parameter, never now()' });
  return refusals;
}

function insertRefusals(text: string): Refusal[] {
  const refusals: Refusal[] = [];
  for (const match of text.matchAll(
    /\binsert\s+into\s+[\w."$]+(?:\s+as\s+\w+)?\s*(\([^()]*\))?\s*(?:overriding\s+\w+\s+value\s*)?/gi,
  )) {
    const rest = enclosed(text, match.index + match[0].length);
    const settled = /\breturning\b|\bon\s+conflict\b/i.test(rest);
    if (/^\(?\s*(select|with)\b/i.test(rest) && !settled)
      refusals.push({
        rule: 'insert-select',
        message: 'INSERT … SELECT needs RETURNING or ON CONFLICT under row security',
      });
    const [values = '', update = ''] = rest.split(/\bon\s+conflict\b/i);
    if (
      (/^values\b/i.test(rest) && /\(\s*select\b/i.test(values)) ||
      /\bdo\s+update\s+set\b[\s\S]*\(\s*select\b/i.test(update)
    )
      refusals.push({
        rule: 'values-subselect',
        message: 'no sub-select in VALUES or DO UPDATE SET: use INSERT … SELECT or two statements',
      });
  }
  return refusals;
}

/** Names of known tables (and published views) a statement mentions. */
function mentioned(text: string, tables: Tables): string[] {
  return [...text.toLowerCase().matchAll(/(?<![\w.$])([a-z_]\w*\.[a-z_]\w*)(?!\s*\.|\w)/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => tables.has(name) || /\.v_\w+$/.test(name));
}

const DML = /^\s*(with|select|insert|update|delete|table|values|explain|copy|declare)\b/i;

// Where a table stands in a statement: after FROM, JOIN, UPDATE, INTO, USING, or a comma of a FROM list.
const PLACE = /(?:\b(?:from|join|update|into|using|only)|,)\s+([a-z_]\w*\.[a-z_]\w*)\b(?!\s*\.)/g;

/** A tenant table is read and written by `hospital_id`, once for each place it stands in (citus rule 7, joins). */
function tenantRefusals(text: string, tables: Tables): Refusal[] {
  if (!DML.test(text)) return [];
  const places = [...text.toLowerCase().matchAll(PLACE)].map((match) => match[1] ?? '');
  const tenant = places.filter((name) => tables.get(name) === 'tenant');
  const named = [...text.matchAll(/\bhospital_id\b/gi)].length;
  if (named >= tenant.length) return [];
  const message = `${[...new Set(tenant)].join(', ')}: name hospital_id for each table, join and sub-select`;
  return [{ rule: 'tenant-without-hospital', message }];
}

function schemaRefusals(text: string, tables: Tables, owner: Owner, isDomain: boolean): Refusal[] {
  if (!isDomain || !DML.test(text)) return [];
  return mentioned(text, tables)
    .filter((name) => {
      const schema = name.split('.')[0];
      if (schema === owner.name || schema === 'kernel') return false;
      return !(owner.readsViews && /\.v_/.test(name));
    })
    .map((name) => ({ rule: 'own-schema', message: `${name} belongs to another domain: ask its front door` }));
}

/** All that is wrong with one statement wherever it stands. `isDomain`: it stands in a store, so it may only touch its own schema. */
export function refuseStatement(text: string, tables: Tables, owner: Owner, isDomain: boolean): Refusal[] {
  return [
    ...WORDS.filter(([, pattern]) => pattern.test(text)).map(([rule, , message]) => ({ rule, message })),
    ...timeRefusals(text, owner),
    ...insertRefusals(text),
    ...tenantRefusals(text, tables),
    ...schemaRefusals(text, tables, owner, isDomain),
  ];
}
