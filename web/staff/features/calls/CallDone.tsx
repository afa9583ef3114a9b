import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow } from '../../../kit/context.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import type { Call } from './types.ts';

/** What became of a call that has ended or rests. */
export function CallDone({
  call,
}: {
  call: Pick<
    Call,
    | 'state'
    | 'outcome'
    | 'contact'
    | 'spokeWith'
    | 'hoursAfterDischarge'
    | 'minutes'
    | 'finishedAt'
    | 'finishedBy'
    | 'emergencyToldAt'
    | 'reasonCode'
  >;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useHospitalNow();
  if (call.state !== 'finished')
    return (
      <p className="c-done">
        <StatusTag tone="quiet">{t(`calls.state.${call.state}`)}</StatusTag>
        {call.reasonCode && t(`calls.reason.${call.reasonCode}`, { defaultValue: call.reasonCode })}
      </p>
    );
  const facts = [
    call.finishedAt && formats.dateTime(call.finishedAt, now),
    call.finishedBy?.name,
    call.spokeWith && t('calls.done.with', { who: t(`calls.who.${call.spokeWith}`) }),
    call.hoursAfterDischarge !== null && t('calls.done.hours', { n: formats.number(call.hoursAfterDischarge, 1) }),
    call.minutes !== null && t('calls.done.minutes', { count: call.minutes }),
    call.emergencyToldAt && t('calls.done.told'),
  ].filter(Boolean);
  return (
    <p className="c-done">
      <StatusTag tone={call.outcome === 'completed' ? 'good' : 'attention'}>
        {t(`calls.result.${call.outcome ?? 'partly'}`)}
      </StatusTag>
      {facts.join(' · ')}
    </p>
  );
}
