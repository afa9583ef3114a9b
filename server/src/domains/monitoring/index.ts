export { acknowledge, dismiss, type Resolution, resolve } from './close.ts';
export { type Correction, correct } from './correct.ts';
export { manifest } from './domain.ts';
export {
  ALERT_ACKNOWLEDGED,
  ALERT_CLOSED,
  ALERT_RAISED,
  type AlertAcknowledged,
  type AlertClosed,
  type AlertRaised,
  READING_RECORDED,
  type ReadingRecorded,
  type Severity,
} from './events.ts';
export { MEASURES, type MeasureKind, measureOf } from './measures.ts';
export { measuresOf } from './measures-of.ts';
export { type RaiseInput, raise } from './raise.ts';
export { type RecordInput, record } from './record.ts';
export { alertTitles, readingTitles } from './titles.ts';
