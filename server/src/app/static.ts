import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Addresses that are answered by programs and never by the console's page. */
const PROGRAMS = /^\/(api|fhir|healthz|readyz|metrics|m)(\/|$|\?)/;

/**
 * Serves the built console at `/`. Hashed assets are kept for a year, the page is asked for anew. Files are looked up at each
 * request, so that a build beside a running server is seen.
 */
export async function registerStatic(app: FastifyInstance, dist: string): Promise<void> {
  const root = path.join(dist, 'staff');
  if (!existsSync(path.join(root, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root,
    prefix: '/',
    index: 'index.html',
    cacheControl: false,
    setHeaders: (reply, file) => {
      const hashed = file.includes(`${path.sep}assets${path.sep}`);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** An address of the console without a file of its own is the console's page; true where it was answered so. */
export function answerWithPage(request: FastifyRequest, reply: FastifyReply): boolean {
  const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
  if (!wantsPage || PROGRAMS.test(request.url) || !reply.sendFile) return false;
  void reply.header('cache-control', 'no-cache').sendFile('index.html');
  return true;
}
