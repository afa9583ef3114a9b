import { expect, test } from 'vitest';
import {
  buildAck,
  buildMessage,
  get,
  type Message,
  missingField,
  parse,
  repeated,
  serialize,
  setField,
} from './index.ts';

function read(text: string): Message {
  const result = parse(text);
  if (!result.ok) throw new Error(result.error.code);
  return result.message;
}

const RAW =
  'MSH|^~\\&|HIS^1.2^ISO|RENMIN|DAYONE|GUIAN|20261122140500||ADT^A03^ADT_A03|M1|P|2.5||||||GBK\rPID|1||1~2^^^H||张三\rPV1|1|I|\r';

test('a built message has HL7 numbers in their places', () => {
  const text = buildMessage([
    ['MSH', { 3: 'HIS', 9: ['ADT', 'A03', 'ADT_A03'], 10: 'M1' }],
    ['PID', { 3: repeated(['1', undefined, undefined, ['H', '1.2', 'ISO'], 'MR'], '2'), 5: ['张', '三'], 13: null }],
    ['NTE', { 3: 'a|b^c\r\nd""' }],
    ['ZED', { 1: '""' }],
  ]);
  expect(text).toBe(
    'MSH|^~\\&|HIS||||||ADT^A03^ADT_A03|M1\rPID|||1^^^H&1.2&ISO^MR~2||张^三||||||||""\rNTE|||a\\F\\b\\S\\c\\.br\\d""\rZED|\\X22\\\\X22\\\r',
  );
  expect(get(read(text), 'ZED-1')).toBe('""');
  expect(() => buildMessage([['PID', {}]])).toThrow(RangeError);
});

test('a correction touches one place only', () => {
  const message = read(RAW);
  const edit = (path: string, value: string | null | undefined, wire = false): string => {
    const result = setField(message, path, value, { wire });
    if (!result.ok) throw new Error(result.error.code);
    return serialize(result.message);
  };
  expect(serialize(message)).toBe(RAW);
  expect(edit('PV1-6', '20261122')).toBe(RAW.replace('PV1|1|I|\r', 'PV1|1|I||||20261122\r'));
  expect(edit('PID-3[2].4.2', 'a&b')).toBe(RAW.replace('2^^^H', '2^^^H&a\\T\\b'));
  expect(edit('PID-3[3]', 'x')).toBe(RAW.replace('2^^^H', '2^^^H~x'));
  expect(edit('PID-5', '李^四', true)).toBe(RAW.replace('张三', '李^四'));
  expect(edit('PID-5', null)).toBe(RAW.replace('张三', '""'));
  expect(edit('PID-5', undefined)).toBe(RAW.replace('张三', ''));
  expect(edit('MSH-18', 'UTF-8')).toBe(RAW.replace('GBK', 'UTF-8'));
  expect(serialize(message)).toBe(RAW);
});

test('a correction that cannot be made is refused', () => {
  const message = read(RAW);
  const code = (path: string, value: string, wire = false): string | undefined => {
    const result = setField(message, path, value, { wire });
    return result.ok ? undefined : result.error.code;
  };
  expect(code('pid 3', 'x')).toBe('path');
  expect(code('MSH-1', '#')).toBe('protected-field');
  expect(code('MSH-2', '#')).toBe('protected-field');
  expect(code('PV2-3', 'x')).toBe('no-such-segment');
  expect(code('PID-5', 'a|b', true)).toBe('value');
  expect(code('PID-5', 'a\rMSH', true)).toBe('value');
  const bare = read('MSH|^~\rPID|1');
  expect(setField(bare, 'PID-2', 'a|b')).toMatchObject({ ok: false, error: { code: 'value' } });
  expect(setField(bare, 'PID-2.1.2', 'a')).toMatchObject({ ok: false, error: { code: 'value' } });
});

test('the first missing field is named', () => {
  const message = read(RAW);
  expect(missingField(message, ['MSH-10', 'PID-3', 'PV1-2'])).toBeNull();
  expect(missingField(message, ['MSH-10', 'PV1-3'])).toMatchObject({
    code: 'required-field',
    segment: 'PV1',
    field: 3,
  });
  expect(missingField(message, ['EVN-2'])).toMatchObject({
    segment: 'EVN',
    field: 2,
    detail: 'a required segment is missing',
  });
});

test('an acceptance swaps the two sides and echoes the version', () => {
  const ack = buildAck({ message: read(RAW), code: 'AA', controlId: 'A9', at: '20261122140501+0800' });
  expect(ack).toBe(
    'MSH|^~\\&|DAYONE|GUIAN|HIS^1.2^ISO|RENMIN|20261122140501+0800||ACK^A03^ACK|A9|P|2.5||||||GBK\rMSA|AA|M1\r',
  );
});

test('a refusal says where and why, in the form of the version', () => {
  const refusal = {
    code: 'AE',
    controlId: 'A9',
    text: 'PV1-3 missing',
    errorLocation: { segment: 'PV1', field: 3 },
    errorCode: 101,
    at: '20261122',
  } as const;
  expect(buildAck({ ...refusal, message: read(RAW) })).toContain(
    'MSA|AE|M1|PV1-3 missing\rERR||PV1^1^3|101^Required field missing^HL70357|E||||PV1-3 missing\r',
  );
  const old = buildAck({ ...refusal, message: read(RAW.replace('|2.5|', '|2.3|')) });
  expect(old).toContain('|ACK^A03|');
  expect(old).toContain('ERR|PV1^1^3^101&Required field missing&HL70357\r');
  const newest = buildAck({ ...refusal, message: read(RAW.replace('|2.5|', '|2.8|')) });
  expect(newest).toContain('MSA|AE|M1\rERR||PV1^1^3|');
});

test('what could not be read is answered too', () => {
  const nothing = buildAck({ message: null, code: 'AR', controlId: 'A9', at: '20261122', text: 'a|b' });
  expect(nothing).toBe(
    'MSH|^~\\&|||||20261122||ACK|A9|P|2.5\rMSA|AR||a\\F\\b\rERR|||207^Application internal error^HL70357|E||||a\\F\\b\r',
  );
  const broken = parse(`${RAW}nonsense|`);
  expect(broken.ok).toBe(false);
  if (!broken.ok)
    expect(buildAck({ message: broken.header, code: 'AR', controlId: 'A9', at: '20261122' })).toContain('MSA|AR|M1\r');
});

test('an answer is written in the separators of the sender', () => {
  const odd = read('MSH#*!?%#A#B#C#D#2026##ADT*A01#X?F?1#P#2.5');
  expect(buildAck({ message: odd, code: 'AA', controlId: '1', at: '2026' })).toBe(
    'MSH#*!?%#C#D#A#B#2026##ACK*A01*ACK#1#P#2.5\rMSA#AA#X?F?1\r',
  );
  const short = read('MSH|^~|A|B|C|D|2026||ADT^A01|X|P|2.5');
  expect(buildAck({ message: short, code: 'AA', controlId: '1', at: '2026' })).toMatch(/^MSH\|\^~\\&\|C\|D\|A\|B/);
});
