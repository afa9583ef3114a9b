export { manifest } from './domain.ts';
export { seedFeed } from './seed-feed.ts';
