import type { Manifest } from '../../kernel/manifest.ts';
import { GATE_OPENED, GATE_WAVE_DUE, MESSAGE_DUE } from './events.ts';
import { onConsentEnded } from './on-consent-ended.ts';
import { onContactEnded } from './on-contact-ended.ts';
import { onGateOpened } from './on-gate-opened.ts';
import { onInHospital } from './on-in-hospital.ts';
import { onMessageDue } from './on-message-due.ts';
import { onPatientMerged } from './on-patient-merged.ts';
import { endpoints } from './routes.ts';

export const manifest: Manifest = {
  name: 'channels',
  endpoints,
  permissions: ['channels.read', 'channels.gate'],
  handlers: {
    'channels.on-message-due': { types: [MESSAGE_DUE], run: onMessageDue },
    'channels.on-gate-opened': { types: [GATE_OPENED, GATE_WAVE_DUE], run: onGateOpened },
    'channels.on-contact-ended': { types: ['patient.died', 'hold.set'], run: onContactEnded },
    'channels.on-in-hospital': { types: ['encounter.admitted', 'encounter.discharge-cancelled'], run: onInHospital },
    'channels.on-consent-ended': { types: ['consent.withdrawn', 'consent.refused'], run: onConsentEnded },
    'channels.on-patient-merged': { types: ['patient.merged'], run: onPatientMerged },
  },
  due: [
    { table: 'channels.message', event: MESSAGE_DUE, lane: 'patient_id' },
    { table: 'channels.gate', event: GATE_WAVE_DUE, lane: 'id' },
  ],
  topics: {
    // A hint says only that the switch moved; what it shows is asked over a route with its own permission.
    gate: async (_tx, scope, id) => scope.principal.kind === 'staff' && id === scope.hospitalId,
  },
};
