// `npm run feed -- FILE… [--port 2575] [--host 127.0.0.1] [--set-time now|2026-11-22T10:00:00+08:00]`: plays HL7 files at an MLLP
// port, one message after the other, and prints what was answered. Exit code 1 where one was not accepted.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { MllpClient, MllpError } from '../../protocols/mllp/index.ts';
import { DEMO_HOSPITAL } from '../seed/people.ts';
import { ackLine } from './ack-line.ts';
import { messagesOf } from './messages.ts';
import { fillTimes } from './times.ts';

const USAGE = 'npm run feed -- FILE… [--port 2575] [--host 127.0.0.1] [--set-time now|<ISO instant>]';

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      port: { type: 'string', default: process.env['MLLP_PORT'] ?? '2575' },
      host: { type: 'string', default: '127.0.0.1' },
      'set-time': { type: 'string', default: 'now' },
    },
  });
  const now = values['set-time'] === 'now' ? new Date() : new Date(values['set-time']);
  if (positionals.length === 0 || Number.isNaN(now.getTime())) {
    process.stderr.write(`${USAGE}\n`);
    return 1;
  }
  let count = 0;
  const nextId = () => `F${now.getTime().toString(36).toUpperCase()}${++count}`;
  const fill = (text: string) => fillTimes(text, now, DEMO_HOSPITAL.time_zone, nextId);
  const client = new MllpClient({ host: values.host, port: Number(values.port) });
  try {
    await client.connect();
    let refused = 0;
    for (const file of positionals) {
      for (const message of messagesOf(file, readFileSync(file), fill)) {
        const began = performance.now();
        const { accepted, line } = ackLine(message, await client.send(message), performance.now() - began);
        process.stdout.write(`${line}\n`);
        if (!accepted) refused += 1;
      }
    }
    return refused === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${explain(error, `${values.host}:${values.port}`)}\n`);
    return 1;
  } finally {
    await client.close();
  }
}

function explain(error: unknown, where: string): string {
  if (error instanceof MllpError && (error.code === 'connect-failed' || error.code === 'connect-timeout'))
    return `连不上 ${where}：先运行 npm start，或用 --port 指明端口。 / Nothing listens at ${where}: run npm start first, or name the port with --port.`;
  return error instanceof Error ? error.message : String(error);
}
