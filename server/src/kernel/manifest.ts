import type { FastifyRequest } from 'fastify';
import type { Principal, Scope } from './access/index.ts';
import type { Ctx } from './context.ts';
import type { Tx } from './db/index.ts';
import type { Endpoint, EventHandler } from './http/endpoint.ts';
import type { HospitalId } from './ids/index.ts';
import type { DueTable } from './sweep/index.ts';

/** A job for what leaves the database or takes long. Its payload holds ids only, and it is safe to run twice. */
export interface JobDefinition {
  readonly run: (ctx: Ctx, payload: { hospitalId?: HospitalId; id?: string }) => Promise<void>;
  /** Crontab line (UTC) where the job runs by the clock. */
  readonly cron?: string;
}

/** A thing with a life of its own beside HTTP: a socket that listens. Started in the roles it names. */
export interface Service {
  readonly name: string;
  readonly roles: readonly ('api' | 'worker' | 'mllp')[];
  start(ctx: Ctx): Promise<{ address?: string; stop(): Promise<void> }>;
}

/** All that the composition root needs to know of a domain. */
export interface Manifest {
  readonly name: string;
  readonly endpoints?: readonly Endpoint[];
  /** Who sent the request, when this domain can tell (a session cookie, a feed's key). */
  readonly authenticate?: (ctx: Ctx, request: FastifyRequest) => Promise<Principal | null>;
  /** Handlers by name `<domain>.on-<event>` and the event types each listens to. */
  readonly handlers?: Readonly<Record<string, { readonly types: readonly string[]; readonly run: EventHandler }>>;
  readonly due?: readonly DueTable[];
  /** By name `<domain>:<verb>` (the queue takes no dots). */
  readonly jobs?: Readonly<Record<string, JobDefinition>>;
  /** May this principal watch the topic `<kind>:<id>`? By kind. */
  readonly topics?: Readonly<Record<string, (tx: Tx, scope: Scope, id: string) => Promise<boolean>>>;
  /** Permissions this domain's routes name. */
  readonly permissions?: readonly string[];
  readonly services?: readonly Service[];
}
