import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../kernel/context.ts';
import { sql } from '../kernel/db/index.ts';
import { countWaiting } from '../kernel/outbox/index.ts';
import { listHospitals } from '../domains/identity/index.ts';

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
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => reply.type(ctx.metrics.registry.contentType).send(await ctx.metrics.registry.metrics()));
}

/** Used at start: the app role must be bound by row-level security. Returns a sentence when it is not. */
export async function roleComplaint(db: Ctx['db']): Promise<string | null> {
  const [role] = await db.reference(sql<{ rolsuper: boolean; rolbypassrls: boolean; rolname: string }>`
    select rolsuper, rolbypassrls, rolname from pg_roles where rolname = current_user`);
  if (!role || (!role.rolsuper && !role.rolbypassrls)) return null;
  return `数据库角色 ${role.rolname} 不受行级安全约束，拒绝启动。请执行 / The database role ${role.rolname} is not bound by row-level security; refusing to start. Run: ALTER ROLE "${role.rolname}" NOSUPERUSER NOBYPASSRLS; (deploy/roles.sql makes the right roles)`;
}
