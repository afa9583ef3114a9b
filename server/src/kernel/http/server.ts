import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Principal, Scope } from '../access/index.ts';
import type { Ctx } from '../context.ts';
import { isStorable } from '../db/index.ts';
import { languageOf } from '../i18n/index.ts';
import { newId } from '../ids/index.ts';
import { errorCode } from '../log/index.ts';
import type { Endpoint } from './endpoint.ts';
import { forbidden, Problem, unauthenticated } from './problem.ts';
import { renderProblem } from './render.ts';

export interface ServerDeps {
  readonly ctx: Ctx;
  readonly endpoints: readonly Endpoint[];
  readonly authenticate: (request: FastifyRequest) => Promise<Principal | null>;
  /** Made by identity: what the principal may see under a permission; throws forbidden. */
  readonly permit: (principal: Principal, permission: string) => Scope;
  readonly knownPermissions: ReadonlySet<string>;
  /** Answers addresses no route has, where they are pages of an app; false leaves them to a problem. */
  readonly answerWithPage?: (request: FastifyRequest, reply: FastifyReply) => boolean;
}

/** Thrown at start for a route that declares no known access. */
export class UndeclaredAccess extends Error {}

const BODY_LIMIT = 20 * 1024 * 1024;
/** Writes that need no login, per address: a whole hospital may sit behind one, and still nobody tries codes by the thousand. */
const GUESSES = { max: 300, timeWindow: 60_000 };

/**
 * Builds the HTTP server from the contract's endpoints. Each answers only after: a session or key where the route is not public,
 * proof against forged requests on writes, the permission, valid input. Problems are rendered once, here.
 */
export async function makeServer(deps: ServerDeps): Promise<FastifyInstance> {
  const { ctx } = deps;
  refuseUndeclared(deps);
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    trustProxy: ctx.config.TRUST_PROXY,
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 200 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Dayone', version: '0.1.0', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    },
    transform: jsonSchemaTransform,
  });
  // FHIR is stored as it came: its endpoint gets the bytes and reads them itself.
  app.addContentTypeParser('application/fhir+json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  secure(app);
  measure(app, ctx);
  app.setErrorHandler((error, request, reply) => answerError(ctx, error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    if (deps.answerWithPage?.(request, reply)) return;
    answerError(ctx, new Problem('kernel', 'no-such-address', 404), request, reply);
  });
  app.after(() => {
    for (const endpoint of deps.endpoints) register(app, deps, endpoint);
    app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  });
  return app;
}

function refuseUndeclared(deps: ServerDeps): void {
  for (const { spec, open } of deps.endpoints) {
    if (open !== (spec.access === 'public'))
      throw new UndeclaredAccess(`${spec.method} ${spec.path}: public and declared access disagree`);
    if (!open && !deps.knownPermissions.has(spec.access))
      throw new UndeclaredAccess(`${spec.method} ${spec.path}: nobody declares the permission ${spec.access}`);
  }
}

function register(app: FastifyInstance, deps: ServerDeps, endpoint: Endpoint): void {
  const { spec } = endpoint;
  app.withTypeProvider<ZodTypeProvider>().route({
    method: spec.method,
    url: spec.path,
    schema: {
      summary: spec.summary,
      tags: [spec.access.split('.')[0] ?? 'public'],
      ...(spec.params ? { params: spec.params } : {}),
      ...(spec.query ? { querystring: spec.query } : {}),
      ...(spec.body ? { body: spec.body } : {}),
      ...(spec.reply ? { response: { 200: spec.reply } } : { response: { 204: z.null() } }),
    },
    ...(spec.access === 'public' && spec.method !== 'GET' ? { config: { rateLimit: GUESSES } } : {}),
    // Access is decided before the input is looked at: a stranger learns nothing from validation.
    onRequest: async (request) => {
      if (spec.access === 'public') {
        // Signing someone in from a foreign page would let that page choose who they are.
        if (spec.method !== 'GET') refuseForged(request);
        return;
      }
      const principal = await deps.authenticate(request);
      if (!principal) throw unauthenticated();
      if (principal.kind === 'staff' && spec.method !== 'GET') refuseForged(request);
      if (principal.kind === 'staff' && principal.locked && spec.access !== 'identity.me')
        throw new Problem('kernel', 'locked', 423);
      const scope = deps.permit(principal, spec.access);
      if (scope.hospitalId !== principal.hospitalId) throw forbidden();
      request.access = { principal, scope };
    },
    preValidation: async ({ params, query, body }) => {
      // The database refuses such a text with an error of its own, in the middle of the work.
      if (!isStorable([params, query, body])) throw new Problem('kernel', 'malformed', 400);
    },
    handler: async (request, reply) => {
      const access = request.access;
      const answer = await endpoint.handle({
        ctx: deps.ctx,
        params: request.params,
        query: request.query,
        body: request.body,
        language: languageOf(request.headers['accept-language']),
        request,
        reply,
        ...(access as { principal: Principal; scope: Scope }),
      });
      if (reply.sent || reply.raw.headersSent) return reply;
      return spec.reply ? answer : reply.code(204).send();
    },
  });
}

/** A page of another site can send a form, but not this header: browsers ask first, and nobody answers them. */
function refuseForged(request: FastifyRequest): void {
  if (request.headers['x-dayone'] !== '1') throw new Problem('kernel', 'forged', 403);
}

declare module 'fastify' {
  interface FastifyRequest {
    access?: { principal: Principal; scope: Scope };
  }
}

function answerError(ctx: Ctx, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { problem, known } = renderProblem(ctx.words, languageOf(request.headers['accept-language']), error);
  if (!known) ctx.log.error({ err: error, request: request.id, route: request.routeOptions.url }, 'request failed');
  else if (problem.status >= 500)
    ctx.log.warn({ problem: errorCode(error).code, request: request.id }, 'request refused');
  void reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({ ...problem, request: request.id });
}

function secure(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    reply.header('x-frame-options', 'DENY');
    reply.header(
      'content-security-policy',
      "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'",
    );
    if (request.url.startsWith('/api') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}

function measure(app: FastifyInstance, ctx: Ctx): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    if (route !== '/api/stream')
      ctx.metrics.requests.observe(
        { method: request.method, route, status: String(reply.statusCode) },
        reply.elapsedTime / 1000,
      );
  });
}
