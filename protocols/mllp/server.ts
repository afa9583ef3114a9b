import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket, type TlsOptions } from 'node:tls';
import {
  type ConnectionOptions,
  MllpConnection,
  type MllpHandler,
  type MllpPeer,
  type MllpProblem,
} from './connection.ts';
import { listenError, MllpError } from './errors.ts';

export interface MllpServerOptions {
  readonly handler: MllpHandler;
  /** 0 lets the system choose; `start` tells which. */
  readonly port: number;
  /** Default 0.0.0.0. */
  readonly host?: string;
  /** Largest message, default 8 MiB. */
  readonly maxBytes?: number;
  /** A line without a byte for this long is closed, default 10 minutes. A handler at work does not count as idle. */
  readonly idleTimeoutMs?: number;
  /** Default 200. */
  readonly maxConnections?: number;
  /** How long `stop` waits for replies under way, default 10 seconds. */
  readonly stopTimeoutMs?: number;
  /** Speaks TLS when given; with `requestCert` the peer's certificate fingerprint reaches the handler. */
  readonly tls?: TlsOptions;
  readonly refuse?: ConnectionOptions['refuse'];
  readonly onProblem?: (problem: MllpProblem) => void;
}

const MIB = 1024 * 1024;

function peerOf(socket: Socket): MllpPeer {
  const certificate = socket instanceof TLSSocket ? (socket.getPeerCertificate().fingerprint256 ?? null) : null;
  return { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0, certificate };
}

/** Listens for MLLP senders. It knows bytes only; what they mean is the handler's. */
export class MllpServer {
  readonly #options: MllpServerOptions;
  readonly #connections = new Set<MllpConnection>();
  readonly #handshakes = new Set<Socket>();
  #server: Server | null = null;

  constructor(options: MllpServerOptions) {
    this.#options = options;
  }

  /** Lines open now. */
  get connections(): number {
    return this.#connections.size;
  }

  /** Opens the port. Throws MllpError (`port-in-use` …) when it cannot be had. */
  async start(): Promise<{ readonly host: string; readonly port: number }> {
    if (this.#server !== null) throw new MllpError('listen-failed', 'this server is already started');
    const { host = '0.0.0.0', port, tls, maxConnections = 200 } = this.#options;
    const server =
      tls === undefined ? createServer({ allowHalfOpen: true }) : createTlsServer({ ...tls, allowHalfOpen: true });
    server.maxConnections = maxConnections;
    server.on(tls === undefined ? 'connection' : 'secureConnection', (socket: Socket) => this.#welcome(socket));
    server.on('drop', () => this.#problem({ code: 'too-many-connections', peer: null }));
    if (tls !== undefined) {
      server.on('connection', (socket: Socket) => {
        this.#handshakes.add(socket);
        socket.once('close', () => this.#handshakes.delete(socket));
      });
      server.on('tlsClientError', (cause: Error) => this.#problem({ code: 'connection-error', peer: null, cause }));
    }
    this.#server = server;
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', (cause) => reject(listenError(cause, host, port)));
        server.listen({ host, port }, resolve);
      });
    } catch (error) {
      this.#server = null;
      throw error;
    }
    server.on('error', (cause) => this.#problem({ code: 'connection-error', peer: null, cause }));
    const address = server.address();
    return { host, port: typeof address === 'object' && address !== null ? address.port : port };
  }

  /** Takes no more lines, lets what has arrived be answered, then closes all. Safe to call twice. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const open = [...this.#connections];
    for (const connection of open) connection.stop();
    const timer = setTimeout(() => {
      for (const connection of open) connection.abort();
    }, this.#options.stopTimeoutMs ?? 10_000);
    await Promise.all(open.map((connection) => connection.done));
    clearTimeout(timer);
    for (const socket of this.#handshakes) socket.destroy();
    await closed;
  }

  #problem(problem: MllpProblem): void {
    this.#options.onProblem?.(problem);
  }

  #welcome(socket: Socket): void {
    const { handler, maxBytes = 8 * MIB, idleTimeoutMs = 600_000, refuse } = this.#options;
    const onProblem = (problem: MllpProblem): void => this.#problem(problem);
    const connection = new MllpConnection(socket, peerOf(socket), {
      handler,
      maxBytes,
      idleTimeoutMs,
      refuse,
      onProblem,
    });
    if (this.#server === null) {
      connection.abort();
      return;
    }
    this.#connections.add(connection);
    void connection.done.then(() => this.#connections.delete(connection));
  }
}
