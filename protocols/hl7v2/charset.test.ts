import { expect, test } from 'vitest';
import { type Charset, decode, encodeText, getText, parseBytes } from './index.ts';

const message = (declared: string, app = 'HIS'): string =>
  `MSH|^~\\&|${app}|RENMIN|||20261122||ADT^A03|1|P|2.5||||||${declared}\rPID|1||1||张三^小明\r`;

test.each<[string, Charset]>([
  ['UNICODE UTF-8', 'utf-8'],
  ['UTF-8', 'utf-8'],
  ['GB 18030-2000', 'gb18030'],
  ['GB18030', 'gb18030'],
  ['gbk', 'gb18030'],
  ['GB2312', 'gb18030'],
  ['GB 18030-2000~ASCII', 'gb18030'],
])('%s', (declared, charset) => {
  const decoded = decode(encodeText(message(declared), charset));
  expect(decoded).toEqual({ text: message(declared), charset, declared: 'known', replaced: false });
});

test.each(['', 'ASCII', 'UNICODE', 'UNICODE UTF-16'])('%j says too little: the bytes decide', (declared) => {
  expect(decode(encodeText(message(declared), 'utf-8')).charset).toBe('utf-8');
  expect(decode(encodeText(message(declared), 'gb18030'))).toMatchObject({
    charset: 'gb18030',
    text: message(declared),
  });
});

test('UTF-16 is seen by its bytes, with and without a mark', () => {
  for (const charset of ['utf-16le', 'utf-16be'] as const) {
    const text = message('UNICODE');
    expect(decode(encodeText(text, charset))).toMatchObject({ text, charset, replaced: false });
    expect(decode(encodeText(`\ufeff${text}`, charset))).toMatchObject({ text, charset });
  }
});

test('Big5 and Latin 1', () => {
  const big5 = message('BIG-5').replace('张三^小明', '張三^小明');
  expect(decode(encodeText(big5, 'big5'))).toMatchObject({ charset: 'big5', text: big5 });
  const latin = message('8859/1').replace('张三^小明', 'Müller^José');
  expect(decode(encodeText(latin, 'windows-1252'))).toMatchObject({ charset: 'windows-1252', text: latin });
});

test('lost characters are reported', () => {
  const wrong = decode(encodeText(message('UNICODE UTF-8'), 'gb18030'));
  expect(wrong).toMatchObject({ charset: 'utf-8', replaced: true });
  expect(decode(encodeText(message('KLINGON'), 'utf-8'))).toMatchObject({
    charset: 'utf-8',
    declared: 'unknown',
    replaced: false,
  });
});

test('a GBK character whose second byte is a separator does not break the header or the fields', () => {
  // 亅 is 81 7C in GBK: its second byte is the field separator; 俓 is 82 5E, the component separator.
  const bytes = encodeText(message('GBK', '亅俓'), 'gb18030');
  expect([...bytes].filter((byte) => byte === 0x7c).length).toBeGreaterThan(
    [...message('GBK', '')].filter((c) => c === '|').length,
  );
  const { result } = parseBytes(bytes);
  expect(result.ok && getText(result.message, 'MSH-3')).toBe('亅俓');
  expect(result.ok && getText(result.message, 'PID-5.1')).toBe('张三');
});

test('GB 18030 holds every character, rare names included', () => {
  const rare = '㐂𠮷镕喆媌€Ω😀é';
  expect(new TextDecoder('gb18030').decode(encodeText(rare, 'gb18030'))).toBe(rare);
  expect(new TextDecoder('big5').decode(encodeText('镕', 'big5'))).toBe('?');
});
