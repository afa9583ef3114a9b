import { type AckErrorCode, buildAck, encodeText, formatDtm, type Message } from '../../../../protocols/hl7v2/index.ts';
import { MllpServer } from '../../../../protocols/mllp/index.ts';
import { wallNow } from '../../kernel/clock/wall.ts';
import type { Ctx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids/index.ts';
import type { Service } from '../../kernel/manifest.ts';
import { accept } from './accept.ts';
import { chooseFeed, facilitiesOf } from './choose-feed.ts';
import { mllpFeeds } from './feed.store.ts';
import type { Broken } from './stay-message.ts';
import { factsOf, type Understood, understand } from './understand.ts';

/** The listener of the house: HL7 v2 over MLLP. */
export const mllpService: Service = {
  name: 'mllp',
  roles: ['mllp'],
  start: async (ctx) => {
    const server = new MllpServer({
      port: ctx.config.MLLP_PORT,
      host: ctx.config.MLLP_HOST,
      handler: (bytes) => answer(ctx, bytes, null),
      refuse: (head, length) =>
        answer(ctx, head, { kind: 'broken', code: 'too-large', path: 'MSH', detail: String(length) }),
      onProblem: ({ code, length }) => ctx.log.warn({ code, length }, 'mllp line'),
    });
    const { port, host } = await server.start();
    return { address: `mllp://${host === '0.0.0.0' ? 'localhost' : host}:${port}`, stop: () => server.stop() };
  },
};

/** Facts of a feed that is not known yet: enough to read a header, never used to map. */
const NO_FEED = { timeZone: 'UTC', dispositionCodes: {}, identifierSystems: {} };

/**
 * One frame: its hospital, its storage, its answer. AA after the commit, whatever the message may mean; AE when it could not be
 * stored, so that the sender keeps it and comes again; AR when coming again is of no use.
 */
export async function answer(ctx: Ctx, bytes: Uint8Array, tooLarge: Broken | null): Promise<Uint8Array> {
  const first = understand({ format: 'hl7v2', bytes, corrected: null }, NO_FEED);
  try {
    // A frame of blanks holds nothing that could be lost.
    if (first.text.trim() === '') return reply(first, 'AR', 'empty message', 100);
    const { feed, known } = chooseFeed(await mllpFeeds(ctx.db), facilitiesOf(first.header));
    if (feed === null) {
      ctx.log.warn({ code: 'unknown-facility', length: bytes.length }, 'mllp message of nobody');
      return reply(first, 'AR', 'sending and receiving facility belong to no hospital here', 103, 4);
    }
    const read = understand({ format: 'hl7v2', bytes, corrected: null }, factsOf(feed));
    const refused = tooLarge ?? (known ? null : ({ kind: 'broken', code: 'unknown-facility', path: 'MSH-4' } as const));
    await ctx.db.tenant(feed.hospital_id, (tx) =>
      accept(tx, ctx, { feedId: feed.id, bytes, envelope: read.envelope, refused }),
    );
    if (tooLarge) return reply(read, 'AR', 'message too large', 207);
    if (!known) return reply(read, 'AR', 'sending and receiving facility belong to no hospital here', 103, 4);
    if (read.header === null) return reply(read, 'AR', 'not an HL7 message', 100);
    return reply(read, 'AA');
  } catch (err) {
    ctx.log.error({ err }, 'mllp message could not be stored');
    return reply(first, 'AE', 'not stored, send again', 207);
  }
}

function reply(read: Understood, code: 'AA' | 'AE' | 'AR', text?: string, errorCode?: AckErrorCode, field?: number) {
  const message: Message | null = read.header;
  const ack = buildAck({
    message,
    code,
    controlId: newId().replaceAll('-', '').slice(-20),
    at: utcDtm(wallNow()),
    ...(text === undefined ? {} : { text }),
    ...(errorCode === undefined ? {} : { errorCode }),
    ...(field === undefined ? {} : { errorLocation: { segment: 'MSH', field } }),
  });
  return encodeText(ack, read.charset);
}

function utcDtm(at: Date): string {
  return formatDtm({
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    precision: 'second',
    offsetMinutes: 0,
  });
}
