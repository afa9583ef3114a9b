/** Every event that makes a line on the patient's page, by the domain that says it, in the order of the river. */
export const RECORDED = [
  // patients
  'patient.registered',
  'patient.died',
  'patient.death-corrected',
  'patient.merged',
  'hold.set',
  'hold.lifted',
  'consent.granted',
  'consent.refused',
  'consent.withdrawn',
  // encounters
  'encounter.admitted',
  'encounter.transferred',
  'encounter.discharged',
  'encounter.discharge-cancelled',
  'encounter.admission-cancelled',
  'risk.changed',
  // channels
  'message.sent',
  'message.cancelled',
  'message.failed',
  // worklist
  'item.assigned',
  'item.overdue',
  // careplans
  'plan.started',
  'plan.changed',
  'plan.paused',
  'plan.resumed',
  'plan.ended',
  'plan.not-started',
  'plan.awaiting-choice',
  'task.completed',
  // monitoring
  'reading.recorded',
  'alert.raised',
  'alert.acknowledged',
  'alert.closed',
  // calls
  'call.attempted',
  'call.finished',
  'call.unreachable',
  'call.cancelled',
] as const;

export type Kind = (typeof RECORDED)[number];

/** Events that make no line, and why: a page is read in five seconds or it is too full. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'patient.updated': 'a corrected spelling is in the audit; what changes care has an event of its own',
  'encounter.updated': 'the stay shows its present state; each ADT^A08 would be a line',
  'content.published': 'is about no patient',
  'message.due': 'to channels itself',
  'gate.opened': 'is about no patient',
  'gate.wave-due': 'is about no patient',
  'item.woken': 'to worklist itself',
  'item.done': 'what was done says so: the call, the alert, the plan',
  'task.due': 'what falls due shows as the message sent, the call made, the reading taken',
  'call.laid-out': 'the plan was started; its tasks stand in the plan',
  'careplans.plan-woken': 'to careplans itself',
  'careplans.task-woken': 'to careplans itself',
  'intake.message-received': 'to intake itself',
  'message.quarantined': 'belongs to a message, not yet to a patient',
};

/** Tasks whose doing has a line of its own: the message that left, the call that was finished. */
const SAID_OTHERWISE: readonly unknown[] = ['message', 'call'];

/** Whether an event makes a line; `data` is its payload. */
export function makesALine(type: string, data: Readonly<Record<string, unknown>>): boolean {
  if (type === 'task.completed') return !SAID_OTHERWISE.includes(data.kind);
  // A level that is asked again every half hour would drown the page; that the work is overdue has its line.
  if (type === 'item.assigned') return data.staffId !== null;
  return isKind(type);
}

export const isKind = (type: string): type is Kind => (RECORDED as readonly string[]).includes(type);
