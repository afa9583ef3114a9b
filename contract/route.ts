import type { z } from 'zod';

/** What a route is about: decides which owner's access check runs before anything is read. */
export type About = 'hospital' | 'ward' | 'patient' | 'group' | 'self' | 'public';

type Shape = z.ZodType | undefined;

/** One HTTP operation as it crosses the wire. `access` is `<domain>.<verb>`, or `public`. */
export interface RouteSpec<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
  R extends Shape = Shape,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Fastify style, parameters as `:name`. */
  readonly path: `/${string}`;
  readonly access: `${string}.${string}` | 'public';
  readonly about: About;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Absent: answers 204 without a body. */
  readonly reply?: R;
}

/** Declares a route; exists so that the schemas' types are kept. */
export function route<
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
  R extends Shape = undefined,
>(spec: RouteSpec<P, Q, B, R>): RouteSpec<P, Q, B, R> {
  return spec;
}

/** Input a caller gives for one part of a route; `undefined` where the route declares none. */
export type In<S> = S extends z.ZodType ? z.input<S> : undefined;
/** What a caller receives. */
export type Out<S> = S extends z.ZodType ? z.output<S> : undefined;

/** The caller's view of a route, made from its specification. */
export type Call<S> =
  S extends RouteSpec<infer P, infer Q, infer B, infer R>
    ? { params: In<P>; query: In<Q>; body: In<B>; reply: Out<R> }
    : never;
