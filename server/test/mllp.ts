import { getText, parseBytes } from '../../protocols/hl7v2/index.ts';
import { MllpClient } from '../../protocols/mllp/index.ts';
import type { House } from '../src/app/house.ts';
import { mllpService } from '../src/domains/intake/mllp.ts';

/** A sender at the house's own MLLP listener, over a real socket. */
export interface Sender {
  /** MSA-1 of the answer. */
  send(message: Uint8Array): Promise<string>;
  /** The answer whole. */
  exchange(message: Uint8Array): Promise<Uint8Array>;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the listener of the house on a free port and connects to it. */
export async function makeSender(house: House): Promise<Sender> {
  const service = await mllpService.start(house.ctx);
  const port = Number(service.address?.split(':').at(-1));
  const client = new MllpClient({ host: '127.0.0.1', port });
  await client.connect();
  const exchange = (message: Uint8Array) => client.send(message);
  return {
    port,
    exchange,
    send: async (message) => ackCode(await exchange(message)),
    stop: async () => {
      await client.close();
      await service.stop();
    },
  };
}

export function ackCode(reply: Uint8Array): string {
  const { result } = parseBytes(reply);
  return (result.ok ? getText(result.message, 'MSA-1') : undefined) ?? 'none';
}
