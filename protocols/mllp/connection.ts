import type { Socket } from 'node:net';
import { createFrameDecoder, encodeFrame, type FrameEvent } from './frame.ts';

/** Who is at the other end, as the network knows them. */
export interface MllpPeer {
  readonly address: string;
  readonly port: number;
  /** SHA-256 fingerprint of the client's certificate where TLS asked for one. */
  readonly certificate: string | null;
}

export type MllpProblemCode =
  | 'garbage'
  | 'oversize'
  | 'truncated'
  | 'idle'
  | 'handler-failed'
  | 'connection-error'
  | 'too-many-connections'
  | 'stopped-midway';

/** Something on the line the operator may want to count. Never holds bytes that were sent. */
export interface MllpProblem {
  readonly code: MllpProblemCode;
  readonly peer: MllpPeer | null;
  /** Bytes concerned, where that is known. */
  readonly length?: number;
  readonly cause?: unknown;
}

/** The reply goes out when the promise resolves; null sends none (enhanced mode, MSH-15 = NE). */
export type MllpHandler = (bytes: Uint8Array, peer: MllpPeer) => Promise<Uint8Array | null>;

export interface ConnectionOptions {
  readonly handler: MllpHandler;
  readonly maxBytes: number;
  readonly idleTimeoutMs: number;
  /** Answers a frame that was too large, from its first bytes. Without it the connection is closed. */
  readonly refuse?: ((head: Uint8Array, length: number, peer: MllpPeer) => Promise<Uint8Array | null>) | undefined;
  readonly onProblem: (problem: MllpProblem) => void;
}

/** A frame that ends in 1C without CR counts as ended after this silence. */
const SILENCE_MS = 150;
/** Frames read ahead of the one in work; above this the socket is not read, which slows the sender down. */
const READ_AHEAD = 8;
/** A frame this many times the limit is no message but an attack or a runaway. */
const RUNAWAY = 16;

type Work = Exclude<FrameEvent, { kind: 'garbage' }>;

/** One sender's line: its frames are handled one after the other, in order. */
export class MllpConnection {
  readonly peer: MllpPeer;
  /** Resolves when the socket is closed and no handler of it runs, or at once on `abort`. */
  readonly done: Promise<void>;
  readonly #socket: Socket;
  readonly #options: ConnectionOptions;
  readonly #queue: Work[] = [];
  readonly #settle: () => void;
  #working = false;
  #stopping = false;
  #closed = false;

  constructor(socket: Socket, peer: MllpPeer, options: ConnectionOptions) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.peer = peer;
    this.done = promise;
    this.#settle = resolve;
    this.#socket = socket;
    this.#options = options;
    this.#listen();
  }

  /** Reads nothing more, answers what has fully arrived, then closes. */
  stop(): void {
    if (this.#stopping) return;
    this.#stopping = true;
    this.#socket.pause();
    if (!this.#working) this.#socket.end(() => this.#socket.destroy());
  }

  /** Closes at once; whoever waits for a reply will send again. */
  abort(): void {
    if (this.#working) this.#report({ code: 'stopped-midway' });
    this.#queue.length = 0;
    this.#socket.destroy();
    // A handler that never returns must not keep the whole program from stopping.
    this.#settle();
  }

  #report(problem: Omit<MllpProblem, 'peer'>): void {
    this.#options.onProblem({ ...problem, peer: this.peer });
  }

  #listen(): void {
    const { maxBytes, idleTimeoutMs } = this.#options;
    const socket = this.#socket;
    const decoder = createFrameDecoder({ maxBytes });
    let silence: NodeJS.Timeout | undefined;
    socket.setNoDelay(true);
    socket.setKeepAlive(true);
    socket.setTimeout(idleTimeoutMs, () => {
      if (this.#working) return;
      this.#report({ code: 'idle', length: decoder.underWay });
      socket.destroy();
    });
    socket.on('data', (chunk: Uint8Array) => {
      clearTimeout(silence);
      this.#accept(decoder.push(chunk));
      if (decoder.mayFlush) silence = setTimeout(() => this.#accept(decoder.flush()), SILENCE_MS);
      if (decoder.underWay > maxBytes * RUNAWAY) {
        this.#report({ code: 'oversize', length: decoder.underWay });
        socket.destroy();
      }
    });
    socket.on('end', () => {
      clearTimeout(silence);
      this.#accept(decoder.flush());
      if (decoder.underWay > 0) this.#report({ code: 'truncated', length: decoder.underWay });
      this.stop();
    });
    socket.on('error', (cause) => this.#report({ code: 'connection-error', cause }));
    socket.on('close', () => {
      clearTimeout(silence);
      this.#closed = true;
      if (!this.#working) this.#settle();
    });
  }

  #accept(events: readonly FrameEvent[]): void {
    for (const event of events) {
      if (event.kind === 'garbage') this.#report({ code: 'garbage', length: event.length });
      else this.#queue.push(event);
    }
    if (this.#queue.length > READ_AHEAD) this.#socket.pause();
    if (!this.#working && this.#queue.length > 0) void this.#work();
  }

  async #work(): Promise<void> {
    this.#working = true;
    for (let next = this.#queue.shift(); next !== undefined && !this.#closed; next = this.#queue.shift()) {
      if (!(await this.#answer(next))) break;
      if (!this.#stopping && this.#queue.length <= READ_AHEAD / 2) this.#socket.resume();
    }
    this.#working = false;
    if (this.#closed) this.#settle();
    else if (this.#stopping) this.#socket.end(() => this.#socket.destroy());
  }

  /** False when the connection was given up. No reply is better than a false one: the sender keeps the message. */
  async #answer(work: Work): Promise<boolean> {
    const { handler, refuse } = this.#options;
    if (work.kind === 'oversize') this.#report({ code: 'oversize', length: work.length });
    try {
      if (work.kind === 'oversize' && refuse === undefined) {
        this.#socket.destroy();
        return false;
      }
      const answering =
        work.kind === 'frame' ? handler(work.bytes, this.peer) : refuse?.(work.head, work.length, this.peer);
      const reply = await answering;
      if (reply && !this.#socket.destroyed) await this.#write(encodeFrame(reply));
      return true;
    } catch (cause) {
      this.#report({ code: 'handler-failed', cause });
      this.#socket.destroy();
      return false;
    }
  }

  /** Resolves when the reply is handed to the system, or the line is gone. */
  #write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve) => {
      this.#socket.once('close', resolve);
      this.#socket.write(bytes, () => {
        this.#socket.off('close', resolve);
        resolve();
      });
    });
  }
}
