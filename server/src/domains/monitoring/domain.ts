import type { Manifest } from '../../kernel/manifest.ts';
import { ITEM_ASSIGNED } from '../worklist/index.ts';
import { onItemAssigned } from './on-item-assigned.ts';
import { onHoldSet, onPatientDied, onPatientMerged } from './on-patient.ts';
import { onPlan, PLAN_EVENTS } from './on-plan.ts';
import { endpoints } from './routes.ts';

export const manifest: Manifest = {
  name: 'monitoring',
  endpoints,
  permissions: ['monitoring.read', 'monitoring.record', 'monitoring.resolve'],
  handlers: {
    'monitoring.on-plan': { types: PLAN_EVENTS, run: onPlan },
    'monitoring.on-patient-died': { types: ['patient.died'], run: onPatientDied },
    'monitoring.on-patient-merged': { types: ['patient.merged'], run: onPatientMerged },
    'monitoring.on-hold-set': { types: ['hold.set'], run: onHoldSet },
    'monitoring.on-item-assigned': { types: [ITEM_ASSIGNED], run: onItemAssigned },
  },
};
