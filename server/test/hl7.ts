import { readFileSync } from 'node:fs';
import path from 'node:path';
import { messagesOf } from '../../tools/feed/messages.ts';
import { fillTimes } from '../../tools/feed/times.ts';

const EXAMPLES = path.resolve(import.meta.dirname, '../../tools/feed/examples');
export const ZONE = 'Asia/Shanghai';

/** The first message of an example file (or the one at `at`), its times counted from `now`. */
export function example(name: string, now: Date, id = 'T1', at = 0): Buffer {
  const file = path.join(EXAMPLES, `${name}.hl7`);
  const message = messagesOf(file, readFileSync(file), (text) => fillTimes(text, now, ZONE, () => id))[at];
  if (!message) throw new Error(`${name} holds no message ${at}`);
  return message;
}

/** The same message with pieces of its text replaced. */
export function changed(message: Buffer, ...pairs: readonly (readonly [string, string])[]): Buffer {
  return Buffer.from(
    pairs.reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`the message does not hold ${from}`);
      return text.replace(from, to);
    }, message.toString('utf8')),
  );
}
