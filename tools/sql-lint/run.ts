import { reportFindings } from '../files.ts';
import { lintSql } from './lint.ts';

const { findings, migrations, sources, templates, tables } = lintSql(process.cwd());
process.exitCode = reportFindings(
  'sql-lint',
  findings,
  `${migrations} migrations, ${tables.size} tables, ${templates} statements in ${sources} sources`,
);
