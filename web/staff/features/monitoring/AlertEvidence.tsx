import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { TrendChart } from './TrendChart.tsx';
import { type AlertDetail, unitShown } from './types.ts';

/** The figures an alert stands on, in the course of the last two weeks. */
export function AlertEvidence({ alert }: { alert: AlertDetail }) {
  const { t } = useTranslation();
  const { language, formats } = useKit();
  if (alert.source.kind === 'call' && alert.evidence.length === 0) {
    return <p className="m-quiet">{t('monitoring.alert.fromCall')}</p>;
  }
  const marked = new Set(alert.evidence.filter(({ status }) => status === 'final').map(({ id }) => id));
  return (
    <div className="m-evidence">
      {alert.trend && alert.trend.points.length > 0 && (
        <TrendChart
          label={alert.trend.title[language]}
          unit={alert.trend.unitWords[language]}
          digits={alert.trend.decimals}
          bounds={alert.trend.bounds}
          points={alert.trend.points}
          marked={marked}
          danger={alert.severity === 'red'}
        />
      )}
      <ul aria-label={t('monitoring.alert.evidence')}>
        {alert.evidence.map((reading) => (
          <li key={reading.id} className={reading.status === 'final' ? undefined : 'm-struck'}>
            <strong className="m-figure">
              {reading.value} {unitShown(reading.unit)}
            </strong>
            <span>
              {formats.day(reading.effectiveAt)} {formats.time(reading.effectiveAt)}
            </span>
            <span>
              {t(`monitoring.source.${reading.source}`)}
              {reading.recordedBy && ` · ${reading.recordedBy.name}`}
            </span>
            {reading.given && (
              <span>
                {t('monitoring.reading.given', { given: `${reading.given.value} ${unitShown(reading.given.unit)}` })}
              </span>
            )}
            {reading.status !== 'final' && <span>{t(`monitoring.status.${reading.status}`)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
