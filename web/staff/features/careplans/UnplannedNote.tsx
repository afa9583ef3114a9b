import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow } from '../../../kit/context.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { useTooMany } from '../../../kit/useTooMany.tsx';
import { useApi } from '../../api/useApi.ts';
import './careplans.css';

/** Discharges of a ward that no plan follows, counted, with the reason of each. Shows nothing where there are none. */
export function UnplannedNote({ wardId }: { wardId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useHospitalNow();
  const { data } = useApi('careplans.listUnplanned', { params: { wardId }, query: { limit: 50 } }, [`ward:${wardId}`]);
  const tooMany = useTooMany(data?.items.length ?? 0, Boolean(data?.next));
  if (!data || data.count === 0) return null;
  return (
    <details className="cp-unplanned">
      <summary>
        <Icon name="info" size={16} />
        {t('careplans.unplanned.count', { count: data.count })}
      </summary>
      <ul>
        {data.items.map((one) => (
          <li key={one.planId}>
            <a href={`/patients/${one.patientId}`}>{one.name}</a>
            <span>{t(`careplans.notStarted.${one.reason}`)}</span>
            <time dateTime={one.dischargedAt}>{formats.dateTime(one.dischargedAt, now)}</time>
          </li>
        ))}
      </ul>
      {tooMany}
    </details>
  );
}
