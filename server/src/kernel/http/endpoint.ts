import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { RouteSpec } from '../../../../contract/route.ts';
import type { Principal, Scope } from '../access/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import type { Language } from '../i18n/index.ts';
import type { DomainEvent } from '../outbox/index.ts';

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Answer<S> = S extends z.ZodType ? z.input<S> : void;

/** A request whose caller is known and may do what the route declares. */
export interface Asked<P, Q, B> {
  readonly ctx: Ctx;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly principal: Principal;
  readonly scope: Scope;
}

/** A request anybody may send. */
export type PublicAsked<P, Q, B> = Omit<Asked<P, Q, B>, 'principal' | 'scope'>;

/** A route of the contract with the function that answers it. */
export interface Endpoint {
  readonly spec: RouteSpec;
  readonly open: boolean;
  handle(asked: Asked<unknown, unknown, unknown>): Promise<unknown>;
}

/** Answers a route of the contract. `handle` opens its own transactions. */
export function on<
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  R extends z.ZodType | undefined,
>(
  spec: RouteSpec<P, Q, B, R>,
  handle: (asked: Asked<Parsed<P>, Parsed<Q>, Parsed<B>>) => Promise<Answer<R>>,
): Endpoint {
  return { spec, open: false, handle: handle as Endpoint['handle'] };
}

/** Answers a route inside one transaction of the caller's hospital. */
export function onTx<
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  R extends z.ZodType | undefined,
>(
  spec: RouteSpec<P, Q, B, R>,
  handle: (tx: Tx, asked: Asked<Parsed<P>, Parsed<Q>, Parsed<B>>) => Promise<Answer<R>>,
): Endpoint {
  return on(spec, (asked) => asked.ctx.db.tenant(asked.scope.hospitalId, (tx) => handle(tx, asked)));
}

/** Answers a route that needs no login (`access: 'public'`). */
export function onPublic<
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  R extends z.ZodType | undefined,
>(
  spec: RouteSpec<P, Q, B, R>,
  handle: (asked: PublicAsked<Parsed<P>, Parsed<Q>, Parsed<B>>) => Promise<Answer<R>>,
): Endpoint {
  return { spec, open: true, handle: handle as unknown as Endpoint['handle'] };
}

/** Handler of an event in a manifest. */
export type EventHandler = (tx: Tx, event: DomainEvent, ctx: Ctx) => Promise<void>;
