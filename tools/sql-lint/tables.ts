import { type Statement, splitStatements } from './text.ts';

export type TableKind = 'tenant' | 'reference' | 'local';

/** Every table the migrations make, by `schema.name`. */
export type Tables = Map<string, TableKind>;

const CREATE = /^create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?([a-z_]\w*\.[a-z_]\w*)/i;
const KIND = /--\s*kind:\s*(tenant|reference|local)\b/i;

/** The name a CREATE TABLE statement makes, or undefined for any other statement. */
export function createdTable(statement: Statement): string | undefined {
  return CREATE.exec(statement.text)?.[1]?.toLowerCase();
}

/** The kind stated in the comment before a CREATE TABLE. */
export function statedKind(statement: Statement): TableKind | undefined {
  return KIND.exec(statement.comment)?.[1]?.toLowerCase() as TableKind | undefined;
}

/** The parent of a partition, or undefined. */
export function partitionParent(statement: Statement): string | undefined {
  return /\bpartition\s+of\s+([a-z_]\w*\.[a-z_]\w*)/i.exec(statement.text)?.[1]?.toLowerCase();
}

/** Collects the tables of all migrations; a partition is of its parent's kind. */
export function readTables(sources: string[]): Tables {
  const tables: Tables = new Map();
  for (const statement of sources.flatMap(splitStatements)) {
    const name = createdTable(statement);
    if (!name) continue;
    const parent = partitionParent(statement);
    const kind = parent ? tables.get(parent) : statedKind(statement);
    if (kind) tables.set(name, kind);
  }
  return tables;
}
