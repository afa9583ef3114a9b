export { Hub, type Subscriber } from './hub.ts';
export { Relay } from './relay.ts';
