export { manifest } from './domain.ts';
export * from './events.ts';
