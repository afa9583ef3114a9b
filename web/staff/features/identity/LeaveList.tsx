import { useTranslation } from 'react-i18next';
import { instantOf } from '../../../kit/civil.ts';
import { useKit } from '../../../kit/context.tsx';
import { Section } from '../../../kit/Section.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import type { Absence } from './roster-week.ts';

/** Who is away in this week and who takes their patients; leave without a cover is pointed out. */
export function LeaveList({ absences }: { absences: readonly Absence[] }) {
  const { t } = useTranslation();
  const { formats, timeZone } = useKit();
  const day = (date: string) => formats.day(instantOf(date, '12:00', timeZone));
  return (
    <Section title={t('identity.leave.title')} flush={absences.length > 0}>
      {absences.length === 0 ? (
        <p className="k-summary">{t('identity.leave.none')}</p>
      ) : (
        <ul className="r-list">
          {absences.map(({ id, staff, from, to, cover }) => (
            <li key={id}>
              <span>
                <strong translate="no">{staff.name}</strong>{' '}
                <span className="k-summary">{from === to ? day(from) : `${day(from)} – ${day(to)}`}</span>
              </span>
              {cover ? (
                <StatusTag tone="calm" icon="swap">
                  {t('identity.leave.coveredBy', { name: cover.name })}
                </StatusTag>
              ) : (
                <StatusTag tone="attention" icon="person">
                  {t('identity.leave.uncovered')}
                </StatusTag>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
