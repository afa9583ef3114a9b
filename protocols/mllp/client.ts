import { connect, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions as TlsConnectOptions } from 'node:tls';
import { MllpError } from './errors.ts';
import { createFrameDecoder, encodeFrame } from './frame.ts';

export interface MllpClientOptions {
  readonly host: string;
  readonly port: number;
  /** Default 10 seconds. */
  readonly connectTimeoutMs?: number;
  /** Default 30 seconds. */
  readonly ackTimeoutMs?: number;
  /** Largest reply, default 1 MiB. */
  readonly maxBytes?: number;
  readonly tls?: TlsConnectOptions;
}

interface Waiting {
  readonly resolve: (reply: Uint8Array) => void;
  readonly reject: (error: MllpError) => void;
}

/** Sends messages over one line, one at a time: the next leaves when the last was answered. */
export class MllpClient {
  readonly #options: MllpClientOptions;
  #socket: Socket | null = null;
  #waiting: Waiting | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: MllpClientOptions) {
    this.#options = options;
  }

  /** Throws MllpError `connect-failed` or `connect-timeout`. */
  async connect(): Promise<void> {
    if (this.#socket !== null) return;
    const { host, port, tls, connectTimeoutMs = 10_000 } = this.#options;
    const socket = tls === undefined ? connect({ host, port }) : connectTls({ ...tls, host, port });
    await new Promise<void>((resolve, reject) => {
      const give = (error: MllpError): void => {
        clearTimeout(timer);
        socket.destroy();
        reject(error);
      };
      const late = new MllpError('connect-timeout', `${host}:${port} did not answer in ${connectTimeoutMs} ms`);
      const timer = setTimeout(() => give(late), connectTimeoutMs);
      socket.once('error', (cause) =>
        give(new MllpError('connect-failed', `${host}:${port} cannot be reached`, { cause })),
      );
      socket.once(tls === undefined ? 'connect' : 'secureConnect', () => {
        clearTimeout(timer);
        resolve();
      });
    });
    socket.setNoDelay(true);
    this.#listen(socket);
    this.#socket = socket;
  }

  /** Sends one message and resolves with the reply. Throws MllpError `ack-timeout`, `oversize` or `closed`. */
  send(bytes: Uint8Array): Promise<Uint8Array> {
    const reply = this.#turn.then(() => this.#exchange(bytes));
    this.#turn = reply.catch(() => undefined);
    return reply;
  }

  /** Closes the line; a message still waiting for its reply fails with `closed`. */
  async close(): Promise<void> {
    const socket = this.#socket;
    if (socket === null) return;
    this.#socket = null;
    const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.end(() => socket.destroy());
    await gone;
  }

  #listen(socket: Socket): void {
    const decoder = createFrameDecoder({ maxBytes: this.#options.maxBytes ?? 1024 * 1024 });
    const take = (events: ReturnType<typeof decoder.push>): void => {
      for (const event of events) {
        if (event.kind === 'frame') this.#waiting?.resolve(event.bytes);
        else if (event.kind === 'oversize') this.#give(socket, new MllpError('oversize', 'the reply is too large'));
      }
    };
    let silence: NodeJS.Timeout | undefined;
    socket.on('data', (chunk: Uint8Array) => {
      clearTimeout(silence);
      take(decoder.push(chunk));
      if (decoder.mayFlush) silence = setTimeout(() => take(decoder.flush()), 150);
    });
    socket.on('end', () => take(decoder.flush()));
    // The close event follows every error and tells the one who waits.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(silence);
      this.#give(socket, new MllpError('closed', 'the other side closed the line'));
    });
  }

  /** After a failure the line is given up: a late reply would be taken for that of the next message. */
  #give(socket: Socket, error: MllpError): void {
    if (this.#socket === socket) this.#socket = null;
    socket.destroy();
    this.#waiting?.reject(error);
  }

  #exchange(bytes: Uint8Array): Promise<Uint8Array> {
    const socket = this.#socket;
    if (socket === null) return Promise.reject(new MllpError('closed', 'the line is not open'));
    const { ackTimeoutMs = 30_000 } = this.#options;
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const late = new MllpError('ack-timeout', `no reply within ${ackTimeoutMs} ms`);
    const timer = setTimeout(() => this.#give(socket, late), ackTimeoutMs);
    this.#waiting = { resolve, reject };
    socket.write(encodeFrame(bytes));
    return promise.finally(() => {
      clearTimeout(timer);
      this.#waiting = null;
    });
  }
}
