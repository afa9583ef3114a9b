import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Principal, Scope } from '../access/index.ts';
import type { Ctx } from '../context.ts';
import type { Manifest } from '../manifest.ts';
import { Problem, unauthenticated } from './problem.ts';

const KEEP_ALIVE_MS = 20_000;
const MAX_TOPICS = 40;

/**
 * `GET /api/stream?topics=a:1,b:2`: server-sent events carrying hints (`{topic, kind, id}`), never contents. Each topic is
 * allowed by the domain that owns its kind; a topic that is refused is left out and named in the opening event.
 */
export function registerStream(
  app: FastifyInstance,
  deps: {
    ctx: Ctx;
    topics: NonNullable<Manifest['topics']>;
    authenticate: (request: FastifyRequest) => Promise<Principal | null>;
    permit: (principal: Principal, permission: string) => Scope;
  },
): void {
  app.get<{ Querystring: { topics?: string } }>('/api/stream', { schema: { hide: true } }, async (request, reply) => {
    const principal = await deps.authenticate(request);
    if (principal?.kind !== 'staff') throw unauthenticated();
    if (principal.locked) throw new Problem('kernel', 'locked', 423);
    const scope = deps.permit(principal, 'identity.me');
    const wanted = (request.query.topics ?? '').split(',').filter(Boolean).slice(0, MAX_TOPICS);
    const allowed = new Set<string>();
    await deps.ctx.db.tenant(principal.hospitalId, async (tx) => {
      for (const topic of wanted) {
        const [kind = '', id = ''] = splitOnce(topic);
        if (await deps.topics[kind]?.(tx, scope, id)) allowed.add(topic);
      }
    });
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const write = (event: string, data: unknown) => raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    write('open', { topics: [...allowed], refused: wanted.filter((topic) => !allowed.has(topic)) });
    const beat = setInterval(() => raw.write(': alive\n\n'), KEEP_ALIVE_MS).unref();
    const leave = deps.ctx.hub.subscribe(principal.hospitalId, {
      key: principal.sessionId,
      topics: allowed,
      send: (hint) => write('hint', hint),
      cut: () => raw.end(),
    });
    deps.ctx.metrics.streams.inc();
    raw.once('close', () => {
      clearInterval(beat);
      leave();
      deps.ctx.metrics.streams.dec();
    });
  });
}

function splitOnce(topic: string): [string, string] {
  const at = topic.indexOf(':');
  return at < 0 ? [topic, ''] : [topic.slice(0, at), topic.slice(at + 1)];
}
