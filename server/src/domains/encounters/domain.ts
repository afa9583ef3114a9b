import type { Manifest } from '../../kernel/manifest.ts';
import { mayWatchPatient } from './access.ts';
import { onPatientMerged } from './on-patient-merged.ts';
import { endpoints } from './routes.ts';

export const manifest: Manifest = {
  name: 'encounters',
  endpoints,
  handlers: { 'encounters.on-patient-merged': { types: ['patient.merged'], run: onPatientMerged } },
  topics: { patient: mayWatchPatient },
};
