import type { FastifyRequest } from 'fastify';
import type { Principal } from '../kernel/access/index.ts';
import type { Ctx } from '../kernel/context.ts';
import type { JobDefinition, Manifest } from '../kernel/manifest.ts';
import type { Handler, Handlers } from '../kernel/outbox/index.ts';
import type { DueTable } from '../kernel/sweep/index.ts';

/** Handlers of all domains by name; their context is filled in when it exists. */
export function collectHandlers(manifests: readonly Manifest[], ctx: () => Ctx): Handlers {
  const handlers = new Map<string, { types: readonly string[]; run: Handler }>();
  for (const manifest of manifests) {
    for (const [name, handler] of Object.entries(manifest.handlers ?? {})) {
      if (!name.startsWith(`${manifest.name}.`)) throw new Error(`handler ${name} must begin with ${manifest.name}.`);
      if (handlers.has(name)) throw new Error(`handler ${name} is declared twice`);
      handlers.set(name, { types: handler.types, run: (tx, event) => handler.run(tx, event, ctx()) });
    }
  }
  return handlers;
}

export function collectDue(manifests: readonly Manifest[]): DueTable[] {
  return manifests.flatMap((manifest) => manifest.due ?? []);
}

export function collectJobs(manifests: readonly Manifest[]): Record<string, JobDefinition> {
  return Object.assign({}, ...manifests.map((manifest) => manifest.jobs ?? {})) as Record<string, JobDefinition>;
}

export function collectTopics(manifests: readonly Manifest[]): NonNullable<Manifest['topics']> {
  return Object.assign({}, ...manifests.map((manifest) => manifest.topics ?? {})) as NonNullable<Manifest['topics']>;
}

/** Asks each domain that can tell; the first that knows the caller answers. */
export function makeAuthenticate(
  manifests: readonly Manifest[],
  ctx: Ctx,
): (request: FastifyRequest) => Promise<Principal | null> {
  return async (request) => {
    for (const manifest of manifests) {
      const principal = await manifest.authenticate?.(ctx, request);
      if (principal) return principal;
    }
    return null;
  };
}
