import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getText, parseBytes } from '../../../protocols/hl7v2/index.ts';
import { messagesOf } from '../../../tools/feed/messages.ts';
import { useHouse } from '../harness.ts';
import { ackCode, makeSender, type Sender } from '../mllp.ts';

const FILE = path.resolve(import.meta.dirname, '../../../protocols/hl7v2/fixtures/public-messages.jsonl');
const MESSAGES = messagesOf(FILE, readFileSync(FILE), (text) => text);

const house = useHouse();
let sender: Sender;
beforeAll(async () => {
  sender = await makeSender(house().house);
});
afterAll(() => sender.stop());

test('150 messages nobody here wrote: each is answered, none crashes, each is settled and found by its control id', async () => {
  expect(MESSAGES).toHaveLength(150);
  const answers: string[] = [];
  for (const message of MESSAGES) {
    const reply = await sender.exchange(message);
    answers.push(ackCode(reply));
    const heard = parseBytes(message).result;
    const answered = parseBytes(reply).result;
    const controlId = heard.ok ? getText(heard.message, 'MSH-10') : undefined;
    if (answered.ok && controlId !== undefined) expect(getText(answered.message, 'MSA-2')).toBe(controlId);
  }
  expect(new Set(answers)).toEqual(new Set(['AA']));
  await house().drain();

  const engineer = await house().signIn('T801');
  const counts = await engineer.ok('intake.messageCounts');
  const distinct = new Set(MESSAGES.map((message) => message.toString('utf8'))).size;
  const { processed, ignored, quarantined, received, discarded } = counts.states;
  expect({ received, discarded }).toEqual({ received: 0, discarded: 0 });
  expect(processed + ignored + quarantined).toBe(distinct);
  // The set holds plenty of each kind; a house that ignored or refused everything would not pass.
  for (const state of [processed, ignored, quarantined]) expect(state).toBeGreaterThan(10);

  for (const message of MESSAGES) {
    const { result } = parseBytes(message);
    const controlId = result.ok ? getText(result.message, 'MSH-10') : undefined;
    if (controlId === undefined) continue;
    const found = await engineer.ok('intake.listMessages', { query: { search: controlId.slice(0, 80), limit: 100 } });
    expect(found.items.length, controlId).toBeGreaterThan(0);
  }
  const parked = await engineer.ok('kernel.listParked');
  expect(parked.items.filter((item) => item.name.startsWith('intake.'))).toEqual([]);
}, 180_000);
