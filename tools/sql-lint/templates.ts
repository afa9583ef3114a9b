import ts from 'typescript';

/** One piece of SQL found in TypeScript; `${…}` holes hold `$0`, except fragments of the same file, which are written out. */
export type Template = { text: string; line: number };

function isSqlTag(node: ts.Node): node is ts.TaggedTemplateExpression {
  return ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'sql';
}

type Fragments = Map<string, ts.Expression>;

/** Constants of the file that hold SQL: `const columns = sql\`…\`` or a plain string. */
function readFragments(file: ts.SourceFile): Fragments {
  const fragments: Fragments = new Map();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      fragments.set(node.name.text, node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return fragments;
}

function write(node: ts.Expression, fragments: Fragments, depth: number): string {
  if (depth > 5) return ' $0 ';
  if (ts.isStringLiteralLike(node)) return node.text;
  if (isSqlTag(node)) return write(node.template, fragments, depth);
  if (ts.isTemplateExpression(node))
    return (
      node.head.text +
      node.templateSpans.map((span) => hole(span.expression, fragments, depth + 1) + span.literal.text).join('')
    );
  return ' $0 ';
}

/** A hole is a parameter unless it visibly holds SQL itself; both arms of a condition are written out. */
function hole(node: ts.Expression, fragments: Fragments, depth: number): string {
  if (isSqlTag(node)) return write(node, fragments, depth);
  if (ts.isParenthesizedExpression(node)) return hole(node.expression, fragments, depth);
  if (ts.isConditionalExpression(node))
    return `${hole(node.whenTrue, fragments, depth)} ${hole(node.whenFalse, fragments, depth)}`;
  if (ts.isIdentifier(node)) {
    const known = fragments.get(node.text);
    if (known && (isSqlTag(known) || ts.isConditionalExpression(known)) && depth <= 5)
      return hole(known, fragments, depth + 1);
  }
  if (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.getText().startsWith('sql.')
  ) {
    const [first] = node.arguments;
    if (first && ts.isStringLiteralLike(first)) return ` ${first.text} `;
  }
  return ' $0 ';
}

/** Strings handed straight to a connection: `client.query('…')`. */
function queryText(node: ts.Node, fragments: Fragments): string | undefined {
  if (
    !ts.isCallExpression(node) ||
    !ts.isPropertyAccessExpression(node.expression) ||
    node.expression.name.text !== 'query'
  )
    return undefined;
  const [first] = node.arguments;
  if (!first) return undefined;
  if (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first)) return write(first, fragments, 0);
  if (!ts.isObjectLiteralExpression(first)) return undefined;
  for (const property of first.properties)
    if (ts.isPropertyAssignment(property) && property.name.getText() === 'text')
      return write(property.initializer, fragments, 0);
  return undefined;
}

const BUILDERS = new Set(['selectFrom', 'updateTable', 'deleteFrom', 'innerJoin', 'leftJoin']);

/** The query builder's chain as words: `selectFrom('a.b').where('hospital_id', …)` reads as `select a.b hospital_id …`. */
function builderText(node: ts.Node): string | undefined {
  if (
    !ts.isCallExpression(node) ||
    !ts.isPropertyAccessExpression(node.expression) ||
    !BUILDERS.has(node.expression.name.text)
  )
    return undefined;
  if (node.expression.name.text.endsWith('Join')) return undefined;
  let top: ts.Node = node;
  while (
    top.parent &&
    (ts.isPropertyAccessExpression(top.parent) || (ts.isCallExpression(top.parent) && top.parent.expression === top))
  )
    top = top.parent;
  const verb =
    { selectFrom: 'select', updateTable: 'update', deleteFrom: 'delete' }[node.expression.name.text] ?? 'select';
  const words: string[] = [];
  const visit = (child: ts.Node): void => {
    if (ts.isStringLiteralLike(child) || ts.isIdentifier(child)) words.push(child.text);
    ts.forEachChild(child, visit);
  };
  visit(top);
  return `${verb} ${words.join(' , ')}`;
}

/** All SQL of one TypeScript source: sql templates (outermost), query strings, builder chains. */
export function findTemplates(fileName: string, source: string): Template[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  const fragments = readFragments(file);
  const found: Template[] = [];
  const visit = (node: ts.Node): void => {
    const text = isSqlTag(node) ? write(node, fragments, 0) : (queryText(node, fragments) ?? builderText(node));
    if (text !== undefined) found.push({ text, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    if (isSqlTag(node)) return;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
