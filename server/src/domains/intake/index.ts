export { manifest } from './domain.ts';
export { MESSAGE_QUARANTINED, MESSAGE_RECEIVED, type MessageQuarantined, type MessageReceived } from './events.ts';
export { seedFeed } from './seed-feed.ts';
