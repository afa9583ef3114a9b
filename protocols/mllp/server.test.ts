import { connect, type Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { selfSigned } from './certificate.testing.ts';
import {
  encodeFrame,
  MllpClient,
  type MllpHandler,
  type MllpProblem,
  MllpServer,
  type MllpServerOptions,
} from './index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (found: Uint8Array): string => new TextDecoder().decode(found);
const echo: MllpHandler = async (message) => bytes(`ACK ${text(message)}`);
const cleanup: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of cleanup.splice(0).reverse()) await close();
});

async function serve(
  options: Partial<MllpServerOptions> = {},
): Promise<{ server: MllpServer; port: number; problems: MllpProblem[] }> {
  const problems: MllpProblem[] = [];
  const onProblem = (problem: MllpProblem): number => problems.push(problem);
  const server = new MllpServer({ host: '127.0.0.1', port: 0, handler: echo, onProblem, ...options });
  const { port } = await server.start();
  cleanup.push(() => server.stop());
  return { server, port, problems };
}

async function client(port: number, options: { ackTimeoutMs?: number; maxBytes?: number } = {}): Promise<MllpClient> {
  const made = new MllpClient({ host: '127.0.0.1', port, ...options });
  await made.connect();
  cleanup.push(() => made.close());
  return made;
}

/** A bare socket with what it received so far. */
function raw(port: number): Promise<{ socket: Socket; received: () => string; closed: () => boolean }> {
  const socket = connect({ host: '127.0.0.1', port });
  let seen = '';
  let closed = false;
  socket.on('data', (chunk: Buffer) => {
    seen += chunk.toString('latin1');
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    closed = true;
  });
  cleanup.push(() => void socket.destroy());
  return new Promise((resolve) =>
    socket.once('connect', () => resolve({ socket, received: () => seen, closed: () => closed })),
  );
}

test('a taken port is said so, and the server can be started elsewhere', async () => {
  const { port } = await serve();
  const second = new MllpServer({ host: '127.0.0.1', port, handler: echo });
  await expect(second.start()).rejects.toMatchObject({ name: 'MllpError', code: 'port-in-use' });
  await second.stop();
  const foreign = new MllpServer({ host: '203.0.113.1', port: 0, handler: echo });
  await expect(foreign.start()).rejects.toMatchObject({ code: 'address-unavailable' });
});

test('nobody listening, nobody answering', async () => {
  const { server, port } = await serve({ handler: () => new Promise(() => undefined), stopTimeoutMs: 50 });
  const waiting = await client(port, { ackTimeoutMs: 60 });
  await expect(waiting.send(bytes('A'))).rejects.toMatchObject({ code: 'ack-timeout' });
  await expect(waiting.send(bytes('B'))).rejects.toMatchObject({ code: 'closed' });
  await server.stop();
  await expect(new MllpClient({ host: '127.0.0.1', port }).connect()).rejects.toMatchObject({ code: 'connect-failed' });
});

test('each message gets its reply, in order, also when sent at once', async () => {
  const { port } = await serve();
  const sender = await client(port);
  const replies = await Promise.all(['1', '2', '3'].map((n) => sender.send(bytes(n))));
  expect(replies.map(text)).toEqual(['ACK 1', 'ACK 2', 'ACK 3']);
});

test('one line is handled one by one, two lines side by side', async () => {
  let running = 0;
  let most = 0;
  const seen: string[] = [];
  const handler: MllpHandler = async (message) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 15));
    running--;
    seen.push(text(message));
    return message;
  };
  const { port } = await serve({ handler });
  const { socket, received } = await raw(port);
  const names = Array.from({ length: 30 }, (_, n) => `m${n}`);
  socket.write(Buffer.concat(names.map((name) => encodeFrame(bytes(name)))));
  await vi.waitFor(() => expect(seen).toEqual(names), 5000);
  expect(most).toBe(1);
  await vi.waitFor(() => expect(received()).toBe(names.map((name) => `\x0b${name}\x1c\r`).join('')));
  const [a, b] = [await client(port), await client(port)];
  await Promise.all([a.send(bytes('a')), b.send(bytes('b'))]);
  expect(most).toBe(2);
});

test('no reply leaves before the handler is done', async () => {
  const { promise, resolve } = Promise.withResolvers<Uint8Array>();
  const { port } = await serve({ handler: () => promise });
  const { socket, received } = await raw(port);
  socket.write(encodeFrame(bytes('A')));
  await new Promise((after) => setTimeout(after, 60));
  expect(received()).toBe('');
  resolve(bytes('done'));
  await vi.waitFor(() => expect(received()).toBe('\x0bdone\x1c\r'));
});

test('a handler that fails sends nothing and closes, so that the sender keeps the message', async () => {
  const { port, problems } = await serve({ handler: () => Promise.reject(new Error('database away')) });
  await expect((await client(port)).send(bytes('A'))).rejects.toMatchObject({ code: 'closed' });
  expect(problems).toMatchObject([{ code: 'handler-failed', peer: { address: '127.0.0.1' } }]);
});

test('a sender that leaves out the CR is answered after a moment', async () => {
  const { port } = await serve();
  const { socket, received } = await raw(port);
  socket.write('\x0bA\x1c');
  await vi.waitFor(() => expect(received()).toBe('\x0bACK A\x1c\r'));
  socket.write('junk\x0bB');
  socket.write('\x1c\r');
  await vi.waitFor(() => expect(received()).toContain('ACK B'));
});

test('a message too large is refused by its head, or the line is closed', async () => {
  const refuse = async (head: Uint8Array, length: number): Promise<Uint8Array> =>
    bytes(`too large ${length} ${text(head).slice(0, 3)}`);
  const polite = await serve({ maxBytes: 100, refuse });
  const sender = await client(polite.port);
  expect(text(await sender.send(bytes('M'.repeat(500))))).toBe('too large 500 MMM');
  expect(text(await sender.send(bytes('small')))).toBe('ACK small');
  expect(polite.problems).toMatchObject([{ code: 'oversize', length: 500 }]);
  const curt = await serve({ maxBytes: 100 });
  await expect((await client(curt.port)).send(bytes('M'.repeat(500)))).rejects.toMatchObject({ code: 'closed' });
  const { socket, closed } = await raw(curt.port);
  socket.write(`\x0b${'M'.repeat(5000)}`);
  await vi.waitFor(() => expect(closed()).toBe(true));
});

test('a reply too large is an error of the client', async () => {
  const { port } = await serve({ handler: async () => new Uint8Array(500).fill(65) });
  await expect((await client(port, { maxBytes: 100 })).send(bytes('A'))).rejects.toMatchObject({ code: 'oversize' });
});

test('idle lines and lines above the number allowed are closed', async () => {
  const { server, port, problems } = await serve({ idleTimeoutMs: 80, maxConnections: 1 });
  const first = await raw(port);
  first.socket.write('\x0bhalf');
  await vi.waitFor(() => expect(server.connections).toBe(1));
  const second = await raw(port);
  await vi.waitFor(() => expect(second.closed()).toBe(true));
  await vi.waitFor(() => expect(first.closed()).toBe(true));
  expect(problems.map((problem) => problem.code).sort()).toEqual(['idle', 'too-many-connections']);
  await vi.waitFor(() => expect(server.connections).toBe(0));
});

test('a line cut in the middle of a message is told, what came whole is answered', async () => {
  const { port, problems } = await serve();
  const { socket, received, closed } = await raw(port);
  socket.end('\x0bA\x1c\r\x0bhalf');
  await vi.waitFor(() => expect(closed()).toBe(true));
  expect(received()).toBe('\x0bACK A\x1c\r');
  expect(problems).toMatchObject([{ code: 'truncated', length: 5 }]);
});

test('stop lets the reply under way go out, then closes every line', async () => {
  const { promise, resolve } = Promise.withResolvers<Uint8Array>();
  const started = vi.fn(() => promise);
  const { server, port } = await serve({ handler: started });
  const sender = await client(port);
  const quiet = await raw(port);
  const reply = sender.send(bytes('A'));
  await vi.waitFor(() => expect(started).toHaveBeenCalled());
  const stopped = server.stop();
  await vi.waitFor(() => expect(quiet.closed()).toBe(true));
  expect(server.connections).toBe(1);
  resolve(bytes('done'));
  expect(text(await reply)).toBe('done');
  await stopped;
  expect(server.connections).toBe(0);
  await server.stop();
});

test('stop does not wait for ever', async () => {
  const { server, port, problems } = await serve({ handler: () => new Promise(() => undefined), stopTimeoutMs: 50 });
  const { socket } = await raw(port);
  socket.write(encodeFrame(bytes('A')));
  await vi.waitFor(() => expect(server.connections).toBe(1));
  await new Promise((after) => setTimeout(after, 30));
  await server.stop();
  expect(problems.map((problem) => problem.code)).toEqual(['stopped-midway']);
});

test('TLS: strangers are refused, a known certificate is told to the handler', async () => {
  const [own, peer] = [selfSigned(), selfSigned()];
  const seen: (string | null)[] = [];
  const handler: MllpHandler = async (message, from) => {
    seen.push(from.certificate);
    return message;
  };
  const { port, problems } = await serve({
    handler,
    tls: { ...own, ca: peer.cert, requestCert: true, rejectUnauthorized: true },
  });
  const known = new MllpClient({ host: 'localhost', port, tls: { ...peer, ca: own.cert } });
  await known.connect();
  expect(text(await known.send(bytes('A')))).toBe('A');
  await known.close();
  expect(seen).toEqual([expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)]);
  const distrustful = new MllpClient({ host: 'localhost', port, tls: { ...peer } });
  await expect(distrustful.connect()).rejects.toMatchObject({ code: 'connect-failed' });
  const stranger = new MllpClient({ host: 'localhost', port, tls: { ca: own.cert } });
  const told = stranger.connect().then(() => stranger.send(bytes('B')));
  await expect(told).rejects.toMatchObject({ name: 'MllpError' });
  expect(seen).toHaveLength(1);
  expect(problems.every((problem) => problem.code === 'connection-error')).toBe(true);
});
