import type { Manifest } from '../../kernel/manifest.ts';
import { ITEM_WOKEN } from './events.ts';
import { onHold } from './on-hold.ts';
import { onItemWoken } from './on-item-woken.ts';
import { onPatientMerged } from './on-patient-merged.ts';
import { endpoints } from './routes.ts';

export const manifest: Manifest = {
  name: 'worklist',
  endpoints,
  permissions: ['worklist.read', 'worklist.work', 'worklist.assign'],
  handlers: {
    'worklist.on-item-woken': { types: [ITEM_WOKEN], run: onItemWoken },
    'worklist.on-hold': { types: ['hold.set', 'hold.lifted', 'patient.died'], run: onHold },
    'worklist.on-patient-merged': { types: ['patient.merged'], run: onPatientMerged },
  },
  due: [{ table: 'worklist.item', event: ITEM_WOKEN, lane: 'patient_id' }],
};
