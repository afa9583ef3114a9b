export { manifest } from './domain.ts';
