import { manifest as calls } from '../domains/calls/index.ts';
import { manifest as careplans } from '../domains/careplans/index.ts';
import { manifest as channels } from '../domains/channels/index.ts';
import { manifest as content } from '../domains/content/index.ts';
import { manifest as encounters } from '../domains/encounters/index.ts';
import { manifest as identity } from '../domains/identity/index.ts';
import { manifest as intake } from '../domains/intake/index.ts';
import { manifest as monitoring } from '../domains/monitoring/index.ts';
import { manifest as patients } from '../domains/patients/index.ts';
import { manifest as timeline } from '../domains/timeline/index.ts';
import { manifest as worklist } from '../domains/worklist/index.ts';
import type { Manifest } from '../kernel/manifest.ts';

/** Every domain of the house, in the order of the river. */
export const domains: readonly Manifest[] = [
  identity,
  patients,
  encounters,
  content,
  channels,
  worklist,
  careplans,
  monitoring,
  intake,
  calls,
  timeline,
];
