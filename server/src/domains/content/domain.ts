import type { Manifest } from '../../kernel/manifest.ts';
import { endpoints } from './routes.ts';

export const manifest: Manifest = { name: 'content', endpoints };
