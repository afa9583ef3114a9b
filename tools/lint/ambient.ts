import ts from 'typescript';
import type { Finding } from '../files.ts';
import { isTestFile } from './sources.ts';

// The kernel owns clock, chance, environment and log; tools and tests are programs of their own.
const FREE = /^(server\/src\/kernel|tools|bench|eval)\/|(^|^web\/\w+\/)[^/]+\.config\.ts$/;
const WEB_CLOCK = 'web/kit/wall.ts';
const WEB_CONSOLE = 'web/kit/report-error.ts';

/** What one expression reaches for, or undefined. */
function ambientUse(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0)
    return 'new Date()';
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Date') return 'Date()';
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  const name = ts.isPropertyAccessExpression(node)
    ? node.name.text
    : ts.isStringLiteralLike(node.argumentExpression)
      ? node.argumentExpression.text
      : '';
  const owner = node.expression.getText().replace(/^globalThis\./, '');
  if (owner === 'Date' && name === 'now') return 'Date.now';
  if (owner === 'Math' && name === 'random') return 'Math.random';
  if (owner === 'process' && name === 'env') return 'process.env';
  if (owner === 'Temporal' && name === 'Now') return 'Temporal.Now';
  if (owner === 'console') return `console.${name}`;
  return undefined;
}

function importsEnv(node: ts.Node): boolean {
  if (
    !ts.isImportDeclaration(node) ||
    !ts.isStringLiteral(node.moduleSpecifier) ||
    !/^(node:)?process$/.test(node.moduleSpecifier.text)
  )
    return false;
  const bindings = node.importClause?.namedBindings;
  return (
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.some((element) => (element.propertyName ?? element.name).text === 'env')
  );
}

function isAllowed(file: string, use: string): boolean {
  if (FREE.test(file) || isTestFile(file)) return true;
  if (file === WEB_CLOCK) return /Date|Temporal/.test(use);
  return file === WEB_CONSOLE && use === 'console.error';
}

/** Refuses clock, chance, environment and console outside the places that own them. */
export function lintAmbient(file: string, source: ts.SourceFile): Finding[] {
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const use = importsEnv(node) ? 'process.env' : ambientUse(node);
    if (use && !isAllowed(file, use)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      findings.push({
        file,
        line,
        rule: 'ambient',
        message: `${use}: take it from the kernel (clock, ids, config, log), on the web from ${WEB_CLOCK}`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return findings;
}
