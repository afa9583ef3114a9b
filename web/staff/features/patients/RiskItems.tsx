import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../../kit/StatusTag.tsx';
import type { Reply } from '../../api/types.ts';

type Risk = Reply<'encounters.readEncounter'>['risk'];
const tones: Record<NonNullable<Risk>['band'], Tone> = { low: 'good', moderate: 'note', high: 'attention' };

/** The score with every item it rests on; what is not known is said to be unknown. */
export function RiskItems({ risk }: { risk: Risk }) {
  const { t } = useTranslation();
  if (!risk)
    return (
      <>
        <h3 className="p-sub">{t('patients.risk.title')}</h3>
        <p className="p-none">{t('patients.risk.none')}</p>
      </>
    );
  const said = (item: (typeof risk.items)[number]) => {
    if (item.value === null) return t('patients.risk.unknown');
    if (typeof item.value === 'boolean') return t(item.value ? 'patients.risk.yes' : 'patients.risk.no');
    return t(`patients.risk.value.${item.item}`, { count: item.value });
  };
  return (
    <>
      <h3 className="p-sub">
        {t('patients.risk.title')}{' '}
        <StatusTag tone={tones[risk.band]} icon="chart">
          {t(risk.lowerBound ? 'patients.risk.atLeast' : 'patients.risk.score', {
            method: risk.method,
            score: risk.score,
          })}{' '}
          {t(`patients.risk.band.${risk.band}`)}
        </StatusTag>
      </h3>
      <table className="p-risk">
        <tbody>
          {risk.items.map((item) => (
            <tr key={item.item}>
              <th scope="row">
                <b>{item.item}</b> {t(`patients.risk.item.${item.item}`)}
              </th>
              <td>{said(item)}</td>
              <td>{t('patients.risk.points', { points: item.points ?? '–', max: item.maxPoints })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {risk.conditions.length > 0 && (
        <ul className="p-codes">
          {risk.conditions.map((one) => (
            <li key={one.condition}>
              <span>{t(`patients.risk.condition.${one.condition}`)}</span>
              <small translate="no">{one.codes.join(' ')}</small>
              <small>
                {one.reason === 'counted'
                  ? t('patients.risk.adds', { points: one.points })
                  : t(`patients.risk.reason.${one.reason}`)}
              </small>
            </li>
          ))}
        </ul>
      )}
      {risk.lowerBound && (
        <p className="p-none">{t('patients.risk.lower', { score: risk.score, most: risk.scoreAtMost })}</p>
      )}
    </>
  );
}
