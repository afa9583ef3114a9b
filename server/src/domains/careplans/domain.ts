import type { Manifest } from '../../kernel/manifest.ts';
import { PLAN_WOKEN, TASK_WOKEN } from './events.ts';
import { onPatientMerged } from './on-patient-merged.ts';
import { onPersonChanged } from './on-person-changed.ts';
import { onPlanWoken } from './on-plan-woken.ts';
import { onStayChanged } from './on-stay-changed.ts';
import { onTaskWoken } from './on-task-woken.ts';
import { endpoints } from './routes.ts';

export const manifest: Manifest = {
  name: 'careplans',
  endpoints,
  handlers: {
    'careplans.on-stay-changed': {
      types: [
        'encounter.admitted',
        'encounter.updated',
        'encounter.transferred',
        'encounter.discharged',
        'encounter.discharge-cancelled',
        'encounter.admission-cancelled',
      ],
      run: onStayChanged,
    },
    'careplans.on-person-changed': {
      types: [
        'patient.died',
        'patient.death-corrected',
        'hold.set',
        'hold.lifted',
        'consent.granted',
        'consent.refused',
        'consent.withdrawn',
      ],
      run: onPersonChanged,
    },
    'careplans.on-patient-merged': { types: ['patient.merged'], run: onPatientMerged },
    'careplans.on-plan-woken': { types: [PLAN_WOKEN], run: onPlanWoken },
    'careplans.on-task-woken': { types: [TASK_WOKEN], run: onTaskWoken },
  },
  due: [
    { table: 'careplans.task', event: TASK_WOKEN, lane: 'patient_id' },
    { table: 'careplans.plan', event: PLAN_WOKEN, lane: 'patient_id' },
  ],
};
