import type { EventHandler } from '../../kernel/http/index.ts';
import { reviveAfterDeath } from './revive.ts';
import { settlePatient } from './settle-patient.ts';

/** Somebody died or did not die after all, was put on hold or taken off it, decided about consent. */
export const onPersonChanged: EventHandler = async (tx, event, ctx) => {
  const patientId = String(event.payload.patientId);
  await reviveAfterDeath(tx, ctx.words, patientId);
  await settlePatient(tx, patientId);
};
