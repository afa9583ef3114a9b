import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildAck, getText, parseBytes } from '../../protocols/hl7v2/index.ts';
import { ackLine } from './ack-line.ts';
import { messagesOf } from './messages.ts';
import { fillTimes } from './times.ts';

const NOW = new Date('2031-03-03T16:30:05Z');
const fill = (text: string) => fillTimes(text, NOW, 'Asia/Shanghai', () => 'ID1');

describe('fillTimes', () => {
  test('counts from now on the wall clock of the zone', () => {
    expect(fill('{{now}}|{{now-26h}}|{{now+90m}}|{{now-1d}}|{{date}}|{{date-1d}}|{{id}}')).toBe(
      '20310304003005|20310302223005|20310304020005|20310303003005|20310304|20310303|ID1',
    );
  });
  test('leaves what is no placeholder', () => {
    for (const text of ['{{then}}', '{{now-1y}}', '{now}', '{{now-h}}']) expect(fill(text)).toBe(text);
  });
});

describe('messagesOf', () => {
  test('parts a file at each MSH, whatever its line ends, without its wrapper', () => {
    const file = Buffer.from('FHS|^~\\&\r\nMSH|a\r\nPID|1\n\nMSH|b\rPID|2\rBTS|2\n');
    expect(messagesOf('x.hl7', file, fill).map(String)).toEqual(['MSH|a\rPID|1\r', 'MSH|b\rPID|2\r']);
    expect(messagesOf('x.hl7', Buffer.from('\n \n'), fill)).toEqual([]);
  });
  test('keeps the bytes of other charsets', () => {
    const bytes = Buffer.from([0x4d, 0x53, 0x48, 0x7c, 0xc1, 0xf5, 0x0d]);
    expect(messagesOf('x.hl7', bytes, fill)).toEqual([bytes]);
  });
  test('takes msg of each line of a jsonl, and says which line has none', () => {
    expect(messagesOf('x.jsonl', Buffer.from('{"msg":"MSH|a\\n"}\n\n'), fill).map(String)).toEqual(['MSH|a\n']);
    expect(() => messagesOf('x.jsonl', Buffer.from('{"msg":"MSH|a"}\n{"text":1}\n'), fill)).toThrow('line 2');
  });
});

test('an answer is one line with its code, and the reason where it was refused', () => {
  const sent = Buffer.from('MSH|^~\\&|A|B|C|D|20310303||ADT^A03|77|P|2.5\r');
  const heard = parseBytes(sent).result;
  const message = heard.ok ? heard.message : null;
  const ack = (code: 'AA' | 'AR') =>
    Buffer.from(buildAck({ message, code, controlId: '1', at: '20310303', text: 'too large' }));
  expect(ackLine(sent, ack('AA'), 7.6)).toMatchObject({
    accepted: true,
    line: expect.stringMatching(/^AA {2}ADT\^A03 {2}77 {2}8 ms/),
  });
  expect(ackLine(sent, ack('AR'), 1)).toMatchObject({ accepted: false, line: expect.stringContaining('too large') });
  expect(ackLine(sent, Buffer.from('?'), 1).accepted).toBe(false);
});

test('every example can be read, names a patient, and has no placeholder left', () => {
  const folder = path.resolve(import.meta.dirname, 'examples');
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(7);
  for (const file of files) {
    const messages = messagesOf(file, readFileSync(path.join(folder, file)), fill);
    expect(messages.length, file).toBeGreaterThan(0);
    for (const bytes of messages) {
      const { decoded, result } = parseBytes(bytes);
      expect([result.ok, decoded.replaced, decoded.text.includes('{{')], file).toEqual([true, false, false]);
      expect(result.ok && getText(result.message, 'PID-5.1'), file).toBeTruthy();
    }
  }
});
