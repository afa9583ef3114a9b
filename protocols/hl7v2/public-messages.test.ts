import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildAck, getText, parse, parseBytes, readMsg, repetitions, serialize } from './index.ts';

interface Row {
  readonly id: string;
  readonly source: string;
  readonly licence: string;
  readonly type: string;
  readonly msg: string;
  readonly features: { readonly segments: number };
}

const rows = readFileSync(new URL('./fixtures/public-messages.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): Row => JSON.parse(line));

test('there are 150, each with source and licence', () => {
  expect(rows).toHaveLength(150);
  expect(rows.every((row) => row.source !== '' && /^(Apache-2.0|MIT)$/.test(row.licence))).toBe(true);
});

test.each(rows)('$id $type', (row) => {
  const { decoded, result } = parseBytes(new TextEncoder().encode(row.msg));
  expect(decoded).toMatchObject({ charset: 'utf-8', replaced: false });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  const { message } = result;
  expect(message.segments).toHaveLength(row.features.segments);
  const { type, trigger, structure } = readMsg(repetitions(message, 'MSH-9')[0] ?? []);
  expect([type, trigger, structure].filter((part) => part !== undefined).join('^')).toBe(row.type);
  expect(parse(serialize(message))).toEqual(result);
  const ack = parse(
    buildAck({ message, code: 'AE', controlId: 'A1', at: '20261122', errorCode: 207, text: 'refused' }),
  );
  expect(ack.ok && getText(ack.message, 'MSA-2')).toBe(getText(message, 'MSH-10'));
  expect(ack.ok && getText(ack.message, 'MSH-5.1')).toBe(getText(message, 'MSH-3.1'));
  expect(ack.ok && getText(ack.message, 'MSH-12')).toBe(getText(message, 'MSH-12'));
});
