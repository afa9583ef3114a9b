import type { Manifest } from '../kernel/manifest.ts';
import { manifest as identity } from '../domains/identity/index.ts';

/** Every domain of the house, in the order of the river. */
export const domains: readonly Manifest[] = [identity];
