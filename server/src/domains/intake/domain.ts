import type { Manifest } from '../../kernel/manifest.ts';
import { permissionsOf } from '../identity/index.ts';
import { MESSAGE_RECEIVED } from './events.ts';
import { authenticate } from './fhir/authenticate.ts';
import { mllpService } from './mllp.ts';
import { onMessageReceived } from './on-message-received.ts';
import { endpoints } from './routes.ts';

export const manifest: Manifest = {
  name: 'intake',
  endpoints,
  authenticate,
  handlers: { 'intake.on-message-received': { types: [MESSAGE_RECEIVED], run: onMessageReceived } },
  // Staff permissions stand in identity; this one is a feed's.
  permissions: ['intake.accept'],
  topics: {
    intake: async (_tx, { principal }) =>
      principal.kind === 'staff' && permissionsOf(principal).includes('intake.read'),
  },
  services: [mllpService],
};
