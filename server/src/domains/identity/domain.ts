import type { Manifest } from '../../kernel/manifest.ts';
import { PERMISSIONS } from './permissions.ts';
import { reachesWard } from './permit.ts';
import { endpoints } from './routes.ts';
import { authenticate } from './session.ts';

export const manifest: Manifest = {
  name: 'identity',
  endpoints,
  authenticate,
  permissions: PERMISSIONS,
  topics: {
    ward: async (_tx, scope, id) => reachesWard(scope, id),
    me: async (_tx, scope, id) => scope.principal.kind === 'staff' && scope.principal.id === id,
    clock: async () => true,
  },
};
