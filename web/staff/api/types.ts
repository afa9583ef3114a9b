import type { RouteTypes } from '../../../contract/routes.gen.ts';

/** Name of a route of the contract: `<domain>.<exportName>`. */
export type RouteName = keyof RouteTypes;

// Optional where nothing in it is required; absent where the route declares none.
type Part<K extends string, T> = unknown extends T
  ? object
  : [T] extends [undefined]
    ? object
    : object extends T
      ? { readonly [key in K]?: T }
      : { readonly [key in K]: T };

/** What a caller gives: `params`, `query` and `body`, each only where the route has it. */
export type Input<N extends RouteName> = Part<'params', RouteTypes[N]['params']> &
  Part<'query', RouteTypes[N]['query']> &
  Part<'body', RouteTypes[N]['body']>;
/** What a caller receives. */
export type Reply<N extends RouteName> = RouteTypes[N]['reply'];
/** Argument list: the input may be left out where nothing in it is required. */
export type InputArgs<N extends RouteName> = object extends Input<N> ? [input?: Input<N>] : [input: Input<N>];
