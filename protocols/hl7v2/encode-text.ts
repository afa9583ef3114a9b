import type { Charset } from './model.ts';

const QUESTION_MARK = 0x3f;

/** Byte sequences a multi-byte charset can hold, each decoded once to find which character it stands for. */
function* sequences(charset: 'gb18030' | 'big5' | 'euc-kr'): Generator<number[]> {
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) yield [lead, trail];
  }
  if (charset !== 'gb18030') return;
  // Four-byte forms of the basic plane: 81 30 81 30 to 84 31 A4 39.
  for (let index = 0; index <= 39_419; index++) yield fourBytes(index);
}

function fourBytes(index: number): number[] {
  const second = Math.floor(index / 1260) % 10;
  return [0x81 + Math.floor(index / 12_600), 0x30 + second, 0x81 + (Math.floor(index / 10) % 126), 0x30 + (index % 10)];
}

const tables = new Map<Charset, ReadonlyMap<string, readonly number[]>>();

function tableOf(charset: 'gb18030' | 'big5' | 'euc-kr'): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(charset);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(charset);
  const table = new Map<string, readonly number[]>();
  for (const bytes of sequences(charset)) {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  }
  tables.set(charset, table);
  return table;
}

function multiByte(text: string, charset: 'gb18030' | 'big5' | 'euc-kr'): Uint8Array {
  const table = tableOf(charset);
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else if (point > 0xffff && charset === 'gb18030') bytes.push(...fourBytes(189_000 + point - 0x10000));
    else bytes.push(...(table.get(character) ?? [QUESTION_MARK]));
  }
  return Uint8Array.from(bytes);
}

function singleByte(text: string, charset: Charset): Uint8Array {
  const decoder = new TextDecoder(charset);
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from([...text], (character) => table.get(character) ?? QUESTION_MARK);
}

function wide(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

/**
 * Writes text in the charset a receiver expects: the answer to `decode`. The platform only encodes UTF-8, so the other
 * tables are turned round from its decoder, once, when first needed. What a charset lacks becomes a question mark.
 */
export function encodeText(text: string, charset: Charset): Uint8Array {
  switch (charset) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-16le':
    case 'utf-16be':
      return wide(text, charset === 'utf-16le');
    case 'gb18030':
    case 'big5':
    case 'euc-kr':
      return multiByte(text, charset);
    default:
      return singleByte(text, charset);
  }
}
