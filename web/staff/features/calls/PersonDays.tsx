import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHospitalNow, useKit } from '../../../kit/context.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { Sparkline } from '../../../kit/Sparkline.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import { useApi } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';
import './calls.css';

/** The person's last days beside the call: risk, what was done, figures at home, medicines, last contact. */
export function PersonDays({ patientId, encounterId }: { patientId: string; encounterId: string | null }) {
  const { t } = useTranslation();
  const { language, formats } = useKit();
  const now = useHospitalNow();
  const topics = [`patient:${patientId}`];
  const mayMeasure = useMay('monitoring.read');
  const stay = useApi('encounters.readEncounter', encounterId ? { params: { encounterId } } : null, topics);
  const figures = useApi('monitoring.patientMeasures', mayMeasure ? { params: { patientId } } : null, topics);
  const messages = useApi('channels.listMessages', { params: { patientId }, query: { limit: 20 } }, topics);
  const calls = useApi('calls.callsOfPatient', { params: { patientId } }, topics);
  const sent = messages.data?.items.find((message) => message.sentAt !== null);
  const called = calls.data?.find((one) => one.finishedAt !== null);
  const measures = figures.data?.measures.filter(({ points }) => points.length > 0).slice(0, 3) ?? [];
  const { data } = stay;
  return (
    <aside className="c-days" aria-label={t('calls.days.title')}>
      <Section
        title={t('calls.days.title')}
        extra={
          <Link to={'/patients/$patientId' as '/'} params={{ patientId } as never} className="c-link">
            {t('calls.days.record')} <Icon name="right" size={14} />
          </Link>
        }
      >
        {stay.isLoading && <ListSkeleton rows={5} />}
        {data && (
          <dl className="c-facts">
            <dt>{t('calls.days.risk')}</dt>
            <dd>
              {data.risk ? (
                <StatusTag tone={data.risk.band === 'high' ? 'attention' : 'calm'}>
                  {t('calls.days.lace', {
                    score: data.risk.score,
                    band: t(`calls.days.band.${data.risk.band}`),
                  })}
                </StatusTag>
              ) : (
                t('calls.days.noRisk')
              )}
            </dd>
            {data.procedures[0] && (
              <>
                <dt>{t('calls.days.done')}</dt>
                <dd>{data.procedures[0].text ?? data.procedures[0].code}</dd>
              </>
            )}
            {data.dischargedAt && (
              <>
                <dt>{t('calls.days.home')}</dt>
                <dd>{formats.dateTime(data.dischargedAt, now)}</dd>
              </>
            )}
            {data.attending && (
              <>
                <dt>{t('calls.days.doctor')}</dt>
                <dd translate="no">{data.attending.name}</dd>
              </>
            )}
            <dt>{t('calls.days.last')}</dt>
            <dd>
              {sent?.sentAt
                ? `${formats.relative(sent.sentAt, now)} · ${sent.title[language]}`
                : called?.finishedAt
                  ? t('calls.days.lastCall', { when: formats.relative(called.finishedAt, now) })
                  : t('calls.days.noContact')}
            </dd>
          </dl>
        )}
      </Section>
      {mayMeasure && (
        <Section title={t('calls.days.figures')}>
          {measures.length === 0 && <p className="c-quiet">{t('calls.days.noFigures')}</p>}
          <div className="c-sparks">
            {measures.map((measure) => (
              <Sparkline
                key={measure.code}
                label={measure.title[language]}
                unit={measure.unitWords[language]}
                digits={measure.decimals}
                points={measure.points.map(({ at, value }) => ({ at, value: Number(value) }))}
                target={measure.bounds}
                period={t('calls.days.period')}
              />
            ))}
          </div>
        </Section>
      )}
      {data && data.medicines.length > 0 && (
        <Section title={t('calls.days.medicines', { count: data.medicines.length })}>
          <ul className="c-medlist">
            {data.medicines.map((medicine) => (
              <li key={`${medicine.text}${medicine.dose}`}>
                <span translate="no">{medicine.text}</span>
                <small>{[medicine.dose, medicine.frequency].filter(Boolean).join(' · ')}</small>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </aside>
  );
}
