import type { Manifest } from '../../kernel/manifest.ts';
import { RECORDED } from './kinds.ts';
import { onAnything } from './on-anything.ts';
import { endpoints } from './routes.ts';

export const manifest: Manifest = {
  name: 'timeline',
  endpoints,
  permissions: ['timeline.read'],
  handlers: { 'timeline.on-anything': { types: RECORDED, run: onAnything } },
};
