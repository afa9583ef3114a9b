const START = 0x0b;
const END = 0x1c;
const CR = 0x0d;
const LF = 0x0a;

/** First bytes kept of a frame that is too large: enough to read its header and answer it. */
const HEAD_BYTES = 4096;

export type FrameEvent =
  | { readonly kind: 'frame'; readonly bytes: Uint8Array }
  /** A frame above the limit, told once it has ended: nothing but its head was kept. */
  | { readonly kind: 'oversize'; readonly head: Uint8Array; readonly length: number }
  /** Bytes outside any frame; line ends between frames are not counted. */
  | { readonly kind: 'garbage'; readonly length: number };

export interface FrameDecoder {
  /** Takes the next bytes, however they were cut, and returns what they completed. Never throws. */
  push(chunk: Uint8Array): FrameEvent[];
  /** Closes a frame whose end mark came without CR and whose sender has fallen silent. */
  flush(): FrameEvent[];
  /** True when `flush` would return a frame. */
  readonly mayFlush: boolean;
  /** Bytes of the frame under way, 0 between frames. */
  readonly underWay: number;
}

/** Wraps one message for the line: 0B, the bytes, 1C 0D. */
export function encodeFrame(bytes: Uint8Array): Uint8Array {
  const framed = new Uint8Array(bytes.length + 3);
  framed[0] = START;
  framed.set(bytes, 1);
  framed.set([END, CR], bytes.length + 1);
  return framed;
}

interface State {
  inside: boolean;
  /** The last byte was 1C: what follows decides whether it ended the frame or belonged to it. */
  ending: boolean;
  /** The frame so far, in a buffer that doubles, so that a sender of single bytes costs no more than any other. */
  buffer: Uint8Array;
  length: number;
  outside: number;
}

const EMPTY = new Uint8Array(0);

function keep(state: State, bytes: Uint8Array, limit: number): void {
  const before = state.length;
  state.length += bytes.length;
  // Beyond the limit only the head is worth keeping, and what was kept more is let go.
  const wanted = state.length > limit ? Math.min(state.length, HEAD_BYTES) : state.length;
  if (state.buffer.length < wanted) {
    const grown = new Uint8Array(Math.max(wanted, state.buffer.length * 2, 1024));
    grown.set(state.buffer);
    state.buffer = grown;
  }
  if (before < wanted) state.buffer.set(bytes.subarray(0, wanted - before), before);
  if (state.length > limit && state.buffer.length > HEAD_BYTES) state.buffer = state.buffer.slice(0, HEAD_BYTES);
}

function finish(state: State, limit: number): FrameEvent {
  const { buffer, length } = state;
  Object.assign(state, { inside: false, ending: false, buffer: EMPTY, length: 0 });
  if (length > limit) return { kind: 'oversize', head: buffer.slice(0, Math.min(length, HEAD_BYTES)), length };
  return { kind: 'frame', bytes: buffer.slice(0, length) };
}

function garbage(state: State): FrameEvent[] {
  const length = state.outside;
  state.outside = 0;
  return length === 0 ? [] : [{ kind: 'garbage', length }];
}

/** Reads the part of the chunk from `at` that lies outside frames; returns the place after it. */
function readOutside(state: State, chunk: Uint8Array, at: number, events: FrameEvent[]): number {
  const start = chunk.indexOf(START, at);
  const end = start === -1 ? chunk.length : start;
  for (const byte of chunk.subarray(at, end)) if (byte !== CR && byte !== LF) state.outside++;
  events.push(...garbage(state));
  if (start === -1) return end;
  state.inside = true;
  return start + 1;
}

/** Reads the part of the chunk from `at` that belongs to the frame under way; returns the place after it. */
function readInside(state: State, chunk: Uint8Array, at: number, limit: number, events: FrameEvent[]): number {
  if (state.ending) {
    const next = chunk[at];
    state.ending = false;
    if (next === CR || next === LF || next === START) {
      events.push(finish(state, limit));
      return next === START ? at : at + 1;
    }
    keep(state, Uint8Array.of(END), limit);
  }
  const end = chunk.indexOf(END, at);
  keep(state, chunk.subarray(at, end === -1 ? chunk.length : end), limit);
  if (end === -1) return chunk.length;
  state.ending = true;
  return end + 1;
}

/**
 * Cuts a byte stream into messages. The result does not depend on how the stream was cut into chunks. A 1C followed by
 * other bytes is content, so that text in which it occurs is not torn; a frame that ends in 1C alone is complete when
 * the next one starts or when the caller, after a moment of silence, calls `flush`.
 */
export function createFrameDecoder(options: { readonly maxBytes: number }): FrameDecoder {
  const limit = options.maxBytes;
  const state: State = { inside: false, ending: false, buffer: EMPTY, length: 0, outside: 0 };
  return {
    push(chunk) {
      const events: FrameEvent[] = [];
      let at = 0;
      while (at < chunk.length) {
        at = state.inside ? readInside(state, chunk, at, limit, events) : readOutside(state, chunk, at, events);
      }
      return events;
    },
    flush: () => (state.ending ? [finish(state, limit)] : []),
    get mayFlush() {
      return state.ending;
    },
    get underWay() {
      return state.inside ? state.length + 1 : 0;
    },
  };
}
