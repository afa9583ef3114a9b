import { readFileSync } from 'node:fs';
import path from 'node:path';
import { messagesOf } from '../../tools/feed/messages.ts';
import { fillTimes } from '../../tools/feed/times.ts';

const EXAMPLES = path.resolve(import.meta.dirname, '../../tools/feed/examples');
export const ZONE = 'Asia/Shanghai';

/** The first message of an example file, its times counted from `now`. */
export function example(name: string, now: Date, id = 'T1'): Buffer {
  const file = path.join(EXAMPLES, `${name}.hl7`);
  const [first] = messagesOf(file, readFileSync(file), (text) => fillTimes(text, now, ZONE, () => id));
  if (!first) throw new Error(`${name} holds no message`);
  return first;
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
