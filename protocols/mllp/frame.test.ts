import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFrameDecoder, encodeFrame, type FrameEvent } from './index.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const text = (found: Uint8Array): string => String.fromCharCode(...found);
const shown = (events: readonly FrameEvent[]): string[] =>
  events.map((event) => (event.kind === 'frame' ? text(event.bytes) : `${event.kind} ${event.length}`));

function decodeAll(chunks: readonly Uint8Array[], maxBytes = 1000): FrameEvent[] {
  const decoder = createFrameDecoder({ maxBytes });
  return [...chunks.flatMap((chunk) => decoder.push(chunk)), ...decoder.flush()];
}

test('a frame is 0B, the message, 1C 0D', () => {
  expect(text(encodeFrame(bytes('MSH')))).toBe('\x0bMSH\x1c\r');
});

test.each([
  ['two in a chunk', '\x0bA\x1c\r\x0bB\x1c\r', ['A', 'B']],
  ['no CR', '\x0bA\x1c\x0bB\x1c', ['A', 'B']],
  ['CR LF between', '\x0bA\x1c\r\n\r\n\x0bB\x1c\n', ['A', 'B']],
  ['garbage between', 'GET /\x0bA\x1c\rxx\x0bB\x1c\r', ['garbage 5', 'A', 'garbage 2', 'B']],
  ['marks inside', '\x0bA\x1cB\x0bC\x1c\r', ['A\x1cB\x0bC']],
  ['two end marks', '\x0bA\x1c\x1c\r', ['A\x1c']],
  ['empty', '\x0b\x1c\r', ['']],
  ['unfinished', '\x0bA', []],
])('%s', (_name, line, expected) => {
  expect(shown(decodeAll([bytes(line)]))).toEqual(expected);
});

test('too much is told once, keeps a head, and the next message is read', () => {
  const huge = new Uint8Array(50_000).fill(65);
  const events = decodeAll([
    encodeFrame(huge).subarray(0, 20_000),
    encodeFrame(huge).subarray(20_000),
    encodeFrame(bytes('B')),
  ]);
  expect(shown(events)).toEqual(['oversize 50000', 'B']);
  expect(events[0]?.kind === 'oversize' && events[0].head.length).toBe(4096);
  expect(shown(decodeAll([encodeFrame(bytes('ABCDE'))], 4))).toEqual(['oversize 5']);
  expect(shown(decodeAll([encodeFrame(bytes('ABCD'))], 4))).toEqual(['ABCD']);
});

test('what is under way can be asked', () => {
  const decoder = createFrameDecoder({ maxBytes: 10 });
  expect(decoder.underWay).toBe(0);
  decoder.push(bytes('\x0bAB'));
  expect([decoder.underWay, decoder.mayFlush, decoder.flush()]).toEqual([3, false, []]);
  decoder.push(bytes('\x1c'));
  expect(decoder.mayFlush).toBe(true);
  expect(shown(decoder.flush())).toEqual(['AB']);
  expect(shown(decoder.push(bytes('\r')))).toEqual([]);
});

test('frames are the same however the stream is cut', () => {
  const stream = fc.array(fc.constantFrom(0x0b, 0x1c, 0x0d, 0x0a, 65, 66), { maxLength: 60 });
  fc.assert(
    fc.property(
      stream,
      fc.array(fc.nat(60), { maxLength: 8 }),
      fc.integer({ min: 1, max: 20 }),
      (line, cuts, limit) => {
        const whole = Uint8Array.from(line);
        const places = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length];
        const chunks = places.slice(1).map((place, i) => whole.subarray(places[i], place));
        const kept = (events: readonly FrameEvent[]): FrameEvent[] =>
          events.filter((event) => event.kind !== 'garbage');
        expect(kept(decodeAll(chunks, limit))).toEqual(kept(decodeAll([whole], limit)));
      },
    ),
    { numRuns: 1000 },
  );
});

test('any message survives the line, its bytes being its own', () => {
  const message = fc.uint8Array({ maxLength: 200 }).filter((one) => !text(one).match(/\x1c[\r\n\x0b]|\x1c$/));
  fc.assert(
    fc.property(fc.array(message, { maxLength: 5 }), (messages) => {
      const events = decodeAll(messages.map(encodeFrame));
      expect(events).toEqual(messages.map((one) => ({ kind: 'frame', bytes: one })));
    }),
  );
});
