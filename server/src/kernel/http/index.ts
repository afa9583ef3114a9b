export { readCursor, writeCursor } from './cursor.ts';
export { type Asked, type Endpoint, type EventHandler, on, onPublic, onTx, type PublicAsked } from './endpoint.ts';
export { forbidden, invalid, notFound, Problem, stale, unauthenticated } from './problem.ts';
export { makeServer } from './server.ts';
