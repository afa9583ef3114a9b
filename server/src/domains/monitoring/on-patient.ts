import type { Tx } from '../../kernel/db/index.ts';
import type { EventHandler } from '../../kernel/http/index.ts';
import { contactGate, patientEvent, resolvePatient } from '../patients/index.ts';
import { moveAlerts, openAlertsOf } from './alert.store.ts';
import { closeBecause } from './close.ts';
import { endProgrammesOf, moveProgrammes } from './programme.store.ts';
import { moveReadings } from './reading.store.ts';

/** Death closes everything; one that was taken back meanwhile closes nothing. */
export const onPatientDied: EventHandler = async (tx, event) => {
  const { patientId } = patientEvent(event, 'patient.died');
  if ((await contactGate(tx, patientId)).alive) return;
  await endProgrammesOf(tx, patientId, 'died');
  await closeAll(tx, patientId, 'patient-died');
};

/** Holds under which nobody follows figures from home any more. The others silence words to the patient; staff keep their alerts. */
const NO_LONGER_HOME = ['died', 'dying-at-home', 'readmitted-elsewhere'];

export const onHoldSet: EventHandler = async (tx, event) => {
  const { patientId, reason } = patientEvent(event, 'hold.set');
  const { hold } = await contactGate(tx, patientId);
  if (hold === null || !NO_LONGER_HOME.includes(reason)) return;
  await closeAll(tx, patientId, `hold-${reason}`);
};

/** Two records are one person: what hangs on `from` moves. Of two alerts of one rule the older goes on. */
export const onPatientMerged: EventHandler = async (tx, event) => {
  const { from } = patientEvent(event, 'patient.merged');
  const into = await resolvePatient(tx, from);
  if (into === null || into === from) return;
  const standing = await openAlertsOf(tx, into);
  for (const alert of await openAlertsOf(tx, from)) {
    if (standing.some((one) => one.rule_key === alert.rule_key)) await closeBecause(tx, alert, 'merged');
  }
  await moveReadings(tx, from, into);
  await moveProgrammes(tx, from, into);
  await moveAlerts(tx, from, into);
  tx.hint(`patient:${into}`, 'alert');
};

async function closeAll(tx: Tx, patientId: string, code: string): Promise<void> {
  for (const alert of await openAlertsOf(tx, patientId)) await closeBecause(tx, alert, code);
}
