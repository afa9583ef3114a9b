import type { Manifest } from '../../kernel/manifest.ts';
import { PLAN_CHANGED, PLAN_ENDED, PLAN_PAUSED, PLAN_RESUMED, PLAN_STARTED } from '../careplans/index.ts';
import { onPatientMerged } from './on-patient-merged.ts';
import { onPersonStopped } from './on-person-stopped.ts';
import { onPlan } from './on-plan.ts';
import { onRiskChanged } from './on-risk-changed.ts';
import { onStayUpdated } from './on-stay-updated.ts';
import { endpoints } from './routes.ts';

export const manifest: Manifest = {
  name: 'calls',
  endpoints,
  permissions: ['calls.read', 'calls.work'],
  handlers: {
    'calls.on-plan': { types: [PLAN_STARTED, PLAN_CHANGED, PLAN_PAUSED, PLAN_RESUMED, PLAN_ENDED], run: onPlan },
    'calls.on-stay-updated': { types: ['encounter.updated', 'encounter.transferred'], run: onStayUpdated },
    'calls.on-person-stopped': { types: ['patient.died', 'hold.set'], run: onPersonStopped },
    'calls.on-risk-changed': { types: ['risk.changed'], run: onRiskChanged },
    'calls.on-patient-merged': { types: ['patient.merged'], run: onPatientMerged },
  },
};
