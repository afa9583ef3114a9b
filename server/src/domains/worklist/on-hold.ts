import type { EventHandler } from '../../kernel/http/index.ts';
import { contactGate } from '../patients/index.ts';
import { resume, suspend } from './suspend.ts';

/** A hold takes the person's items off the list, its lifting brings them back; the hold as it stands now decides, not the event. */
export const onHold: EventHandler = async (tx, event) => {
  const patientId = String(event.payload.patientId);
  const gate = await contactGate(tx, patientId);
  if (!gate.alive || gate.hold !== null) await suspend(tx, patientId);
  else await resume(tx, patientId);
};
