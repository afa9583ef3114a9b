export { cancelFor } from './cancel.ts';
export { manifest } from './domain.ts';
export * from './events.ts';
export { gateState, holdForSurge } from './gate.ts';
export { type CancelFilter, messageById } from './message.store.ts';
export { messagesOf, titlesOf } from './read.ts';
export { type SendInput, send } from './send.ts';
