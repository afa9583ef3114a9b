import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, lineAt, listFiles } from '../files.ts';
import { type RiverDomain, readRiver } from '../river.ts';
import { lintMigration } from './migrations.ts';
import { lintPlace } from './place.ts';
import { type Owner, refuseStatement } from './rules.ts';
import { readTables, type Tables } from './tables.ts';
import { findTemplates } from './templates.ts';
import { splitStatements } from './text.ts';

const MIGRATION = /^server\/migrations\/\d[^/]*\.sql$/;

// A statement of the kernel that must see every hospital (a sweep's first look, a readiness count) says so, with its reason.
const EVERY_HOSPITAL = /\/\*\s*every hospital:\s*\S[^*]*\*\//i;

function ownerOf(file: string, river: RiverDomain[]): { owner: Owner; isDomain: boolean } {
  const name = /^server\/src\/domains\/([^/]+)\//.exec(file)?.[1];
  if (!name) return { owner: { name: 'kernel', readsViews: false }, isDomain: false };
  return {
    owner: { name, readsViews: river.find((domain) => domain.name === name)?.readsViews ?? false },
    isDomain: true,
  };
}

/** Everything wrong with the SQL inside one TypeScript file. */
export function lintTypeScript(file: string, source: string, tables: Tables, river: RiverDomain[]): Finding[] {
  const { owner, isDomain } = ownerOf(file, river);
  return findTemplates(file, source).flatMap((template) =>
    splitStatements(template.text).flatMap((statement) =>
      refuseStatement(statement.text, tables, owner, isDomain)
        .filter(({ rule }) => isDomain || rule !== 'tenant-without-hospital' || !EVERY_HOSPITAL.test(template.text))
        .map((refusal) => ({ file, line: template.line + lineAt(template.text, statement.offset) - 1, ...refusal })),
    ),
  );
}

/** What was refused, and how much was read: a lint that finds no SQL to read must not pass for a green one. */
export type SqlReport = { findings: Finding[]; migrations: number; sources: number; templates: number; tables: Tables };

/** Lints all migrations and all SQL of the server at `root`. */
export function lintSql(root: string): SqlReport {
  const river = readRiver(root);
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const migrations = listFiles(root, 'server/migrations').filter((file) => MIGRATION.test(file));
  const tables = readTables(migrations.map(read));
  const sources = listFiles(root, 'server/src').filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file));
  const findings = [
    ...migrations.flatMap((file) => lintMigration(file, read(file), tables, river)),
    ...sources.flatMap((file) => lintTypeScript(file, read(file), tables, river)),
    ...listFiles(root, 'server')
      .filter((file) => /\.ts$/.test(file))
      .flatMap((file) => lintPlace(file, read(file))),
  ];
  const templates = sources.reduce((sum, file) => sum + findTemplates(file, read(file)).length, 0);
  return { findings, migrations: migrations.length, sources: sources.length, templates, tables };
}
