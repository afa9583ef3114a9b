export { Hub, type Subscriber } from './hub.ts';
export { Relay } from './relay.ts';
export { registerStream } from './stream.ts';
