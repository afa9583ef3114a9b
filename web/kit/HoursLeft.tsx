import { useTranslation } from 'react-i18next';
import { useHospitalNow, useKit } from './context.tsx';
import { timeLeft } from './hours-left.ts';
import { StatusTag, type Tone } from './StatusTag.tsx';

const tones: Record<ReturnType<typeof timeLeft>['state'], Tone> = {
  before: 'quiet',
  ahead: 'calm',
  soon: 'attention',
  over: 'attention',
};

/** A window's clock in hospital time: 还剩 5 小时, 已超 2 小时. Instants are RFC 3339. */
export function HoursLeft({ dueAt, opensAt }: { dueAt: string; opensAt?: string }) {
  const { t } = useTranslation();
  const { formats } = useKit();
  const now = useHospitalNow();
  const { state, unit, n } = timeLeft(Date.parse(dueAt), now, opensAt ? Date.parse(opensAt) : undefined);
  return (
    <span className={state === 'over' ? 'k-over' : undefined} title={formats.dateTime(dueAt, now)}>
      <StatusTag tone={tones[state]} icon="clock">
        {t(`kit.left.${state}`, { time: t(`kit.left.${unit}`, { count: n }) })}
      </StatusTag>
    </span>
  );
}
