import type { FastifyInstance } from 'fastify';
import { listHospitals } from '../domains/identity/index.ts';
import type { Ctx } from '../kernel/context.ts';
import { countWaiting } from '../kernel/outbox/index.ts';

const TOO_MANY = 10_000;

/** `/healthz` (the process lives), `/readyz` (it can serve; warns of a backlog), `/metrics` (Prometheus). */
export function registerHealth(app: FastifyInstance, ctx: Ctx): void {
  app.get('/healthz', { schema: { hide: true } }, () => ({ ok: true }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const warnings: string[] = [];
    try {
      for (const hospital of await listHospitals(ctx.db)) {
        const waiting = await ctx.db.tenant(hospital.id, countWaiting);
        if (waiting > TOO_MANY) warnings.push(`${hospital.code}: more than ${TOO_MANY} deliveries wait`);
      }
    } catch {
      return reply.code(503).send({ ok: false, warnings: ['database cannot be reached'] });
    }
    return { ok: true, warnings };
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(ctx.metrics.registry.contentType).send(await ctx.metrics.registry.metrics()),
  );
}
