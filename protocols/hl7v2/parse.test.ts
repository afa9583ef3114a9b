import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Hl7Error, Message } from './index.ts';
import {
  buildMessage,
  get,
  getText,
  parse,
  parseBatch,
  parseBytes,
  repetitions,
  segments,
  serialize,
  texts,
} from './index.ts';

function read(text: string): Message {
  const result = parse(text);
  if (!result.ok) throw new Error(result.error.code);
  return result.message;
}

function refusal(text: string): Hl7Error {
  const result = parse(text);
  if (result.ok) throw new Error('expected a refusal');
  return result.error;
}

const HEADER = 'MSH|^~\\&|HIS|RENMIN|DAYONE|GUIAN|20261122140500||ADT^A03^ADT_A03|M1|P|2.5';

test('what is no message is refused with a code', () => {
  expect(refusal('').code).toBe('empty');
  expect(refusal(' \r\n \u000b\u001c').code).toBe('empty');
  expect(refusal('FHS|^~\\&|A\rFTS|0').code).toBe('empty');
  expect(refusal('PID|1||123').code).toBe('no-header');
  expect(refusal('MSH').code).toBe('separators');
  expect(refusal('MSH||||').code).toBe('separators');
  expect(refusal('MSH|^^\\&|A').code).toBe('separators');
  expect(refusal('MSHA^~\\&A').code).toBe('separators');
  expect(refusal(`${HEADER}\r${HEADER}`).code).toBe('several-messages');
});

test('a bad line is refused by its place, its words are not repeated, and the header stays readable', () => {
  const result = parse(`${HEADER}\rPID|1\rp1d|张三|13800001111`);
  expect(result).toMatchObject({
    ok: false,
    error: { code: 'segment-name', detail: 'line 3 does not begin with a segment name' },
  });
  expect(JSON.stringify(result)).not.toContain('张三');
  expect(!result.ok && result.header !== null && get(result.header, 'MSH-10')).toBe('M1');
});

test.each(['\r', '\n', '\r\n', '\r\r\n', ' \r', '\n\r\n'])('line ending %j', (ending) => {
  const message = read(`\ufeff${[HEADER, 'EVN|A03', 'PID|1||123'].join(ending)}${ending}  `);
  expect(message.segments.map((segment) => segment.name)).toEqual(['MSH', 'EVN', 'PID']);
  expect(get(message, 'PID-3')).toBe('123');
});

test('separators are those of the message', () => {
  const odd = read('MSH#*!?%#HIS#RENMIN\rPID#1##A*B%C!D*?S??E?');
  expect(get(odd, 'MSH-1')).toBe('#');
  expect(get(odd, 'MSH-2')).toBe('*!?%');
  expect(get(odd, 'PID-3.2.2')).toBe('C');
  expect(get(odd, 'PID-3[2].2')).toBe('*?');
  const short = read('MSH|^~|HIS\rPID|1||A&B\\T\\^C');
  expect(get(short, 'PID-3.1')).toBe('A&B\\T\\');
  expect(get(short, 'PID-3.2')).toBe('C');
  const doubled = read('MSH|^~\\\\&|HIS\rPID|1||A&B');
  expect(get(doubled, 'PID-3.1.2')).toBe('B');
  const truncating = read('MSH|^~\\&#|HIS\rPID|1||A\\P\\');
  expect(get(truncating, 'PID-3')).toBe('A#');
});

test('not sent, sent empty and to be deleted are three things', () => {
  const message = read(`${HEADER}\rPID|1|""|123^^""||""|`);
  expect(get(message, 'PID-2')).toBeNull();
  expect(get(message, 'PID-2.4')).toBeNull();
  expect(get(message, 'PID-3.2')).toBeUndefined();
  expect(get(message, 'PID-3.3')).toBeNull();
  expect(get(message, 'PID-4')).toBeUndefined();
  expect(get(message, 'PID-5.1')).toBeNull();
  expect(get(message, 'PID-30')).toBeUndefined();
  expect(get(message, 'ZZZ-1')).toBeUndefined();
  expect(getText(message, 'PID-2')).toBeUndefined();
  expect(repetitions(message, 'PID-2')).toEqual([]);
});

test('escapes', () => {
  const value = (raw: string): string | null | undefined => get(read(`${HEADER}\rOBX|1|FT|||${raw}`), 'OBX-5');
  expect(value('a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f')).toBe('a|b^c&d~e\\f');
  expect(value('a\\.br\\b\\.sp2\\c\\.sp\\d')).toBe('a\nb\n\nc\nd');
  expect(value('\\H\\bold\\N\\ plain')).toBe('bold plain');
  expect(value('\\XE5BCA0\\\\XE4B8\\\\X89\\')).toBe('张三');
  expect(value('\\Zxx\\a\\F\\')).toBe('\\Zxx\\a|');
  expect(value('\\X4\\ \\XG0\\ C:\\dir\\file')).toBe('\\X4\\ \\XG0\\ C:\\dir\\file');
  expect(value('\\.sp99999999\\x')?.length).toBeLessThan(50);
  const gbk = parse(`${HEADER}\rOBX|1|FT|||\\XD5C5C8FD\\`, 'gb18030');
  expect(gbk.ok && get(gbk.message, 'OBX-5')).toBe('张三');
});

test('a typed line break belongs to the note before it, and a note is read whole', () => {
  const message = read(`${HEADER}\rOBX|1|TX|||刀口 & 引流\n第二行\nNTE|1||A^B~C`);
  expect(texts(message, 'OBX-5')).toEqual(['刀口 & 引流\n第二行']);
  expect(texts(message, 'NTE-3')).toEqual(['A^B', 'C']);
  expect(refusal(`${HEADER}\nstray`).code).toBe('segment-name');
  expect(refusal(`${HEADER}\nPID\nstray`).code).toBe('segment-name');
});

test('a batch gives each message its own answer', () => {
  const text = `FHS|^~\\&|X\rBHS|^~\\&|X\r${HEADER}\rPID|1||1\r${HEADER}\rbad|\r${HEADER}\rPID|1||3\rBTS|3\rFTS|1`;
  const found = parseBatch(text);
  expect(found.map((result) => result.ok)).toEqual([true, false, true]);
  expect(parse(`FHS|^~\\&|X\r${HEADER}\rFTS|1`).ok).toBe(true);
  expect(parseBatch('')).toMatchObject([{ ok: false, error: { code: 'empty' } }]);
});

test('segments, repetitions and places', () => {
  const message = read(`${HEADER}\rDG1|1||I10^A\rDG1|2||E11^B~~X\r`);
  expect(segments(message, 'DG1')).toHaveLength(2);
  expect(get(message, 'DG1[2]-3.1')).toBe('E11');
  expect(repetitions(message, 'DG1[2]-3')).toEqual([[['E11'], ['B']], [['X']]]);
  const second = segments(message, 'DG1')[1];
  expect(second && get(second, 'DG1-3.2')).toBe('B');
  expect(() => get(message, 'DG1.3')).toThrow(RangeError);
  expect(() => get(message, 'DG1-0')).toThrow(RangeError);
  expect(() => second && get(second, 'PID-3')).toThrow(RangeError);
});

test('any text and any bytes get an answer', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        'MSH',
        'PID',
        '|',
        '^',
        '~',
        '\\',
        '&',
        '\r',
        '\n',
        '""',
        '\\X',
        'FHS',
        'ASCII',
        '\u000b',
        '\u001c',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 60 },
  );
  const answered = (text: string): void => {
    for (const result of [parse(text), parse(`MSH${text}`), parse(`${HEADER}\r${text}`), ...parseBatch(text)]) {
      if (!result.ok) continue;
      for (const { name, fields } of result.message.segments) {
        for (let n = 1; n < fields.length; n++) {
          get(result.message, `${name}-${n}`);
          repetitions(result.message, `${name}-${n}`);
          texts(result.message, `${name}-${n}`);
        }
      }
      const again = parse(serialize(result.message));
      expect(again).toEqual(result);
    }
  };
  fc.assert(
    fc.property(pieces, (list) => answered(list.join(''))),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void parseBytes(bytes)),
    { numRuns: 300 },
  );
});

test('long blanks and many line breaks take linear time', () => {
  const started = performance.now();
  parse(`${HEADER}\rNTE|1||a${' '.repeat(500_000)}b`);
  parseBytes(new Uint8Array(500_000).fill(10));
  get(read(`${HEADER}\rNTE|1||${'\\X41\\'.repeat(50_000)}${'\\'.repeat(100_000)}`), 'NTE-3');
  expect(performance.now() - started).toBeLessThan(3000);
});

test('what is built reads back as it was', () => {
  const value = fc.string({ unit: 'grapheme', maxLength: 12 });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 5 }), (reps) => {
      const text = buildMessage([
        ['MSH', { 3: 'A' }],
        ['ZXX', { 4: { repetitions: reps.map(([a, b, c]) => [a, [b, c], 'end']) } }],
      ]);
      const message = read(text);
      const seen = (wanted: string): string | undefined => wanted.replace(/\r\n?/g, '\n').trim() || undefined;
      for (const [index, [a, b, c]] of reps.entries()) {
        const at = `ZXX-4[${index + 1}]`;
        expect([get(message, `${at}.1`), get(message, `${at}.2.1`), get(message, `${at}.2.2`)]).toEqual(
          [a, b, c].map(seen),
        );
      }
      expect(serialize(message)).toBe(text);
    }),
    { numRuns: 500 },
  );
});
