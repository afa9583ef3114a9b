/** One SQL statement: comments blanked, string contents blanked, and where it begins. `comment` is what stood right before it. */
export type Statement = { text: string; comment: string; offset: number };

/** Blanks everything but line breaks, so that offsets keep pointing into the source. */
function blank(part: string): string {
  return part.replace(/[^\n]/g, ' ');
}

const TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|(?:\b[eE])?'(?:[^'\\]|''|\\[\s\S])*'|"(?:[^"]|"")*"|\$([A-Za-z_]\w*)?\$/g;

/**
 * Comments and string contents become spaces of the same length; dollar-quoted bodies stay, because a function's body is SQL
 * that must keep the rules too.
 */
export function maskSql(source: string): string {
  return source.replace(TOKEN, (token) => {
    if (token.startsWith('--') || token.startsWith('/*')) return blank(token);
    if (token.startsWith('"')) return token;
    if (token.startsWith('$')) return blank(token);
    const quote = token.indexOf("'");
    return `${token.slice(0, quote + 1)}${blank(token.slice(quote + 1, -1))}'`;
  });
}

/** Cuts a source into statements at semicolons that stand outside parentheses; bodies of functions are cut as well. */
export function splitStatements(source: string): Statement[] {
  const masked = maskSql(source);
  const statements: Statement[] = [];
  let start = 0;
  let depth = 0;
  const close = (end: number): void => {
    const text = masked.slice(start, end);
    const lead = text.length - text.trimStart().length;
    if (text.trim() !== '')
      statements.push({ text: text.trim(), comment: source.slice(start, start + lead).trim(), offset: start + lead });
    start = end + 1;
  };
  for (let index = 0; index < masked.length; index += 1) {
    const letter = masked[index];
    if (letter === '(') depth += 1;
    else if (letter === ')') depth = Math.max(0, depth - 1);
    else if (letter === ';' && depth === 0) close(index);
  }
  close(masked.length);
  return statements;
}

/** Splits at commas outside parentheses. */
export function splitTopLevel(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of list) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += letter;
  }
  if (part.trim() !== '') parts.push(part.trim());
  return parts;
}

/** The text from `start` up to the parenthesis that closes around it, or to the end: one CTE or the whole statement. */
export function enclosed(text: string, start: number): string {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    else if (text[index] === ')') {
      depth -= 1;
      if (depth < 0) return text.slice(start, index);
    }
  }
  return text.slice(start);
}
