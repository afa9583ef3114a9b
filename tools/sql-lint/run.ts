import { reportFindings } from '../files.ts';
import { lintSql } from './lint.ts';

const { findings, migrations, sources, tables } = lintSql(process.cwd());
process.exitCode = reportFindings(
  'sql-lint',
  findings,
  `${migrations} migrations, ${tables.size} tables, ${sources} sources`,
);
