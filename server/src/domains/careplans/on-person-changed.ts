import type { EventHandler } from '../../kernel/http/index.ts';
import { settlePatient } from './settle-patient.ts';

/** Somebody died, was put on hold or taken off it, decided about consent. */
export const onPersonChanged: EventHandler = (tx, event) => settlePatient(tx, String(event.payload.patientId));
