import type { EventHandler } from '../../kernel/http/index.ts';
import { contactGate } from '../patients/index.ts';
import { lockLiveCalls } from './call.store.ts';
import { cancelCall, suspendCall } from './stop.ts';

/** A death or a hold stops the calls in the same second, before the plan has said so; what holds now decides. */
export const onPersonStopped: EventHandler = async (tx, event) => {
  const patientId = String(event.payload.patientId);
  const gate = await contactGate(tx, patientId);
  if (gate.alive && gate.hold === null) return;
  for (const call of await lockLiveCalls(tx, patientId))
    await (gate.alive ? suspendCall(tx, call, 'hold') : cancelCall(tx, call, 'died'));
};
