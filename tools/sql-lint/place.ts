import ts from 'typescript';
import type { Finding } from '../files.ts';

const STORE = /(^|\/)store\.ts$|\/store\/[^/]+\.ts$|\.store\.ts$/;
const BUILDERS = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto']);

/**
 * Where SQL may be written: stores and the kernel; under server/test the setup and the catalogue's own tests. The import rules
 * cannot see this, because the kernel hands its `sql` on to the stores.
 */
export function mayWriteSql(file: string): boolean {
  if (/^server\/src\/kernel\//.test(file) || STORE.test(file)) return true;
  return !/^server\/(src|test\/(build|flows))\//.test(file);
}

/** Refuses an import named `sql`, an `sql` template, and the query builder's verbs outside the places of SQL. */
export function lintPlace(fileName: string, source: string): Finding[] {
  if (mayWriteSql(fileName)) return [];
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  const findings: Finding[] = [];
  const refuse = (node: ts.Node, what: string): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    findings.push({
      file: fileName,
      line,
      rule: 'sql-place',
      message: `${what}: SQL is written in store files and in the kernel`,
    });
  };
  const visit = (node: ts.Node): void => {
    const named = ts.isImportSpecifier(node) || ts.isExportSpecifier(node);
    if (named && (node.propertyName ?? node.name).text === 'sql') refuse(node, 'takes sql');
    else if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql') refuse(node, 'an sql template');
    else if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      BUILDERS.has(node.expression.name.text)
    )
      refuse(node, node.expression.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return findings;
}
