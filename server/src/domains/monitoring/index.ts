export { acknowledge, dismiss, type Resolution, resolve } from './close.ts';
export { type Correction, correct } from './correct.ts';
export { manifest } from './domain.ts';
export type { AlertAcknowledged, AlertClosed, AlertRaised, ReadingRecorded, Severity } from './events.ts';
export { type RaiseInput, raise } from './raise.ts';
export { type RecordInput, record } from './record.ts';
export { alertTitles, readingTitles } from './titles.ts';
