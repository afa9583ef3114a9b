/** Said by monitoring; the lane is the patient. */
export const ALERT_RAISED = 'alert.raised';
export const ALERT_ACKNOWLEDGED = 'alert.acknowledged';
export const ALERT_CLOSED = 'alert.closed';
export const READING_RECORDED = 'reading.recorded';

export type Severity = 'amber' | 'red';

/** `ruleKey` is `reading:<rule>` or what the caller of `raise` gave; never a text. */
export type AlertRaised = {
  alertId: string;
  patientId: string;
  encounterId: string | null;
  severity: Severity;
  ruleKey: string;
  sourceKind: 'reading' | 'call';
};
export type AlertAcknowledged = { alertId: string; patientId: string; staffId: string | null };
/** `outcome` is how it ended, `code` why when nobody resolved it. */
export type AlertClosed = {
  alertId: string;
  patientId: string;
  outcome: 'resolved' | 'dismissed';
  code: string | null;
};
export type ReadingRecorded = {
  readingId: string;
  patientId: string;
  encounterId: string | null;
  code: string;
  source: 'staff' | 'call' | 'patient' | 'device';
};
