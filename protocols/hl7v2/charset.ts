import type { Charset } from './model.ts';

export interface Decoded {
  readonly text: string;
  /** The charset the bytes were read in. */
  readonly charset: Charset;
  /** Whether MSH-18 named a charset, and one we know. */
  readonly declared: 'none' | 'known' | 'unknown';
  /** True when some bytes did not fit the charset, or the sender had already lost characters (U+FFFD). */
  readonly replaced: boolean;
}

/** HL7 table 0211 and the spellings met in Chinese hospitals, upper case without blanks, dashes and underlines. */
const NAMES: ReadonlyMap<string, Charset | 'guess'> = new Map<string, Charset | 'guess'>([
  ['UNICODEUTF8', 'utf-8'],
  ['UTF8', 'utf-8'],
  ['GB180302000', 'gb18030'],
  ['GB180302005', 'gb18030'],
  ['GB180302022', 'gb18030'],
  ['GB18030', 'gb18030'],
  ['GBK', 'gb18030'],
  ['CP936', 'gb18030'],
  ['GB2312', 'gb18030'],
  ['GB231280', 'gb18030'],
  ['BIG5', 'big5'],
  ['KSX1001', 'euc-kr'],
  ['8859/1', 'windows-1252'],
  ['ISO88591', 'windows-1252'],
  ['8859/9', 'windows-1254'],
  // ASCII is written by default into headers whose bodies are not: high bytes are judged as if nothing was said.
  ['ASCII', 'guess'],
  // UTF-16 shows itself in the first bytes; where the bytes are plain, these names were written by mistake.
  ['UNICODE', 'guess'],
  ['UNICODEUTF16', 'guess'],
  ['UTF16', 'guess'],
]);
const LATIN = [2, 3, 4, 5, 6, 7, 8, 15] as const;

function charsetNamed(name: string): Charset | 'guess' | null {
  const key = name.toUpperCase().replace(/[\s_-]/g, '');
  const part = LATIN.find((n) => key === `8859/${n}` || key === `ISO8859${n}`);
  return part === undefined ? (NAMES.get(key) ?? null) : `iso-8859-${part}`;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a !== 0 && a !== undefined && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && b !== undefined)) return 'utf-16be';
  return null;
}

/** The first name in MSH-18. The header is read as text first: the second byte of a GBK character may be a separator. */
function declaredName(roughText: string): string {
  const header = /(?:^|[\s\ufeff])(MSH[^\r\n]*)/.exec(roughText)?.[1] ?? '';
  const separator = header.charAt(3);
  const field = separator === '' ? undefined : header.split(separator)[17];
  const repetition = header.charAt(5);
  return (repetition === '' ? (field ?? '') : ((field ?? '').split(repetition)[0] ?? '')).trim();
}

/**
 * Turns the bytes of a message into text, in the charset MSH-18 names. Where it names none (or ASCII, or one we do not
 * know): UTF-8 when the bytes are valid UTF-8, else GB 18030, which also reads GBK and GB 2312. Never throws.
 */
export function decode(bytes: Uint8Array): Decoded {
  const wide = utf16Order(bytes);
  const guess: Charset = wide ?? (isUtf8(bytes) ? 'utf-8' : 'gb18030');
  const rough = new TextDecoder(guess).decode(bytes);
  const name = declaredName(rough);
  const named = charsetNamed(name);
  const charset = wide ?? (named === null || named === 'guess' ? guess : named);
  const text = charset === guess ? rough : new TextDecoder(charset).decode(bytes);
  const declared = name === '' ? 'none' : named === null ? 'unknown' : 'known';
  return { text, charset, declared, replaced: text.includes('\ufffd') };
}
