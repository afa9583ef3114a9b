import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import type { Finding } from '../files.ts';

/** One program per tsconfig; lines of source are shared, types are asked for only where a rule needs them. */
export function openProgram(root: string, config: string): ts.Program | undefined {
  const path = join(root, config);
  if (!existsSync(path)) return undefined;
  const parsed = ts.getParsedCommandLineOfConfigFile(
    path,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  if (!parsed || parsed.fileNames.length === 0) return undefined;
  return ts.createProgram(parsed.fileNames, parsed.options);
}

/** Our own files of a program, with repository paths. */
export function ownSources(root: string, program: ts.Program): { file: string; source: ts.SourceFile }[] {
  return program
    .getSourceFiles()
    .filter((source) => !source.isDeclarationFile && !source.fileName.includes('/node_modules/'))
    .map((source) => ({ file: relative(root, source.fileName).split(sep).join('/'), source }));
}

function isPromise(checker: ts.TypeChecker, type: ts.Type): boolean {
  if (type.isUnionOrIntersection()) return type.types.some((part) => isPromise(checker, part));
  const name = type.getSymbol()?.name;
  if (name === 'Promise' || name === 'PromiseLike') return true;
  if (checker.isArrayType(type) || checker.isTupleType(type))
    return checker.getTypeArguments(type as ts.TypeReference).some((part) => isPromise(checker, part));
  return (type.getSymbol()?.flags ?? 0) & ts.SymbolFlags.Class
    ? (type.getBaseTypes() ?? []).some((base) => isPromise(checker, base))
    : false;
}

/** A rejection is dealt with by `.catch(f)` or `.then(f, g)`; `.finally` passes it on. */
function isHandled(node: ts.Expression): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const name = node.expression.name.text;
  if (name === 'catch') return node.arguments.length > 0;
  if (name === 'then') return node.arguments.length > 1;
  return name === 'finally' && isHandled(node.expression.expression);
}

function floats(checker: ts.TypeChecker, node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return floats(checker, node.expression);
  if (ts.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind;
    if (kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment) return false;
    return floats(checker, node.right) || (kind === ts.SyntaxKind.CommaToken && floats(checker, node.left));
  }
  if (ts.isConditionalExpression(node)) return floats(checker, node.whenTrue) || floats(checker, node.whenFalse);
  if (ts.isVoidExpression(node) || ts.isAwaitExpression(node) || isHandled(node)) return false;
  return isPromise(checker, checker.getTypeAtLocation(node));
}

/** Members of a union of literals that no case names; empty when there is a default or when it is no such union. */
function missingCases(checker: ts.TypeChecker, node: ts.SwitchStatement): string[] {
  if (node.caseBlock.clauses.some(ts.isDefaultClause)) return [];
  const subject = checker.getTypeAtLocation(node.expression);
  const constrained =
    subject.flags & ts.TypeFlags.TypeParameter ? (checker.getBaseConstraintOfType(subject) ?? subject) : subject;
  const members = constrained.isUnion() ? constrained.types : [constrained];
  const unit = ts.TypeFlags.Unit;
  if (!members.every((member) => member.flags & unit)) return [];
  const named = new Set(
    node.caseBlock.clauses.flatMap((clause) =>
      ts.isCaseClause(clause) ? [checker.typeToString(checker.getTypeAtLocation(clause.expression))] : [],
    ),
  );
  return members.map((member) => checker.typeToString(member)).filter((member) => !named.has(member));
}

/** Refuses floating promises and switches over a union that forget a member. */
export function lintTypes(file: string, source: ts.SourceFile, checker: ts.TypeChecker): Finding[] {
  const findings: Finding[] = [];
  const add = (node: ts.Node, rule: string, message: string): void => {
    findings.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, rule, message });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node) && floats(checker, node.expression))
      add(node, 'floating-promise', 'await it, return it, or say void and why');
    if (ts.isSwitchStatement(node)) {
      const missing = missingCases(checker, node);
      if (missing.length > 0) add(node, 'exhaustive-switch', `no case for ${missing.join(', ')}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return findings;
}
