import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../kit/context.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import type { Shift } from './roster-week.ts';

/** Who answers for the ward at this moment, and its line. Nobody on duty is said plainly: calls would find no owner. */
export function OnDuty({ shifts, phone }: { shifts: readonly Shift[]; phone: string | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <section className="k-card r-duty" aria-label={t('identity.shifts.now')}>
      <strong>{t('identity.shifts.now')}</strong>
      {shifts.length === 0 && <StatusTag tone="attention">{t('identity.shifts.nobody')}</StatusTag>}
      <ul>
        {shifts.map(({ id, staff, duty, endsAt }) => (
          <li key={id}>
            <span className="s-avatar" aria-hidden="true">
              {staff.name.slice(0, 1)}
            </span>
            <span>
              <strong translate="no">{staff.name}</strong>
              <small>
                {t(`identity.role.${duty}`)} · {t('identity.shifts.until', { time: formats.time(endsAt) })}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {phone && (
        <a className="r-phone" href={`tel:${phone}`}>
          <Icon name="phone" size={16} /> {phone}
        </a>
      )}
    </section>
  );
}
