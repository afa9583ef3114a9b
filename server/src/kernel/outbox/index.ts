export { Dispatcher, type Handler, type Handlers, subscribersOf } from './dispatcher.ts';
export { emit, type NewEvent } from './emit.ts';
export type { DomainEvent, EventValue } from './event.ts';
export { countWaiting, isUnderWay, listParked, type ParkedRow, retryParked } from './store.ts';
