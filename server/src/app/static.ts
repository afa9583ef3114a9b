import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/**
 * Serves the built console at `/` and the patient app at `/m/`. Hashed assets are kept for a year, pages are asked for anew;
 * an address without a file is the app's own page.
 */
export async function registerStatic(app: FastifyInstance, dist: string): Promise<void> {
  const staff = path.join(dist, 'staff');
  if (!existsSync(path.join(staff, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: staff,
    prefix: '/',
    wildcard: false,
    index: 'index.html',
    cacheControl: false,
    setHeaders: (reply, file) => {
      reply.header(
        'cache-control',
        file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  const apps = [
    '/login',
    '/ward',
    '/patients',
    '/calls',
    '/alerts',
    '/intake',
    '/roster',
    '/ops',
    '/plans',
    '/content',
    '/messages',
  ];
  for (const at of apps) {
    app.get(at, { schema: { hide: true } }, (_request, reply) =>
      reply.header('cache-control', 'no-cache').sendFile('index.html'),
    );
    app.get(`${at}/*`, { schema: { hide: true } }, (_request, reply) =>
      reply.header('cache-control', 'no-cache').sendFile('index.html'),
    );
  }
}
