import type { AlertDetail, AlertRow, Measure, Reading } from '../../../../contract/monitoring.ts';
import type { Tone } from '../../../kit/StatusTag.tsx';

export type { AlertDetail, AlertRow, Measure, Reading };

/** Red is danger to a person; amber asks for attention. */
export const toneOf: Readonly<Record<AlertRow['severity'], Tone>> = { red: 'danger', amber: 'attention' };

/** Still waiting for somebody or being worked on. */
export function isOpen(alert: Pick<AlertRow, 'state'>): boolean {
  return alert.state === 'open' || alert.state === 'acknowledged';
}

/** UCUM units as people read them. */
const UNITS: Readonly<Record<string, string>> = {
  Cel: '℃',
  '[degF]': '℉',
  '[lb_av]': 'lb',
  '{score}': '0–10',
  'mm[Hg]': 'mmHg',
};
export const unitShown = (ucum: string) => UNITS[ucum] ?? ucum;
