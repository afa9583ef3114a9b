import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow } from '../../../kit/context.tsx';
import { Empty } from '../../../kit/Empty.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { useApi } from '../../api/useApi.ts';
import { CodeList } from './CodeList.tsx';
import './patients.css';
import type { PanelProps } from './panel-props.ts';
import { RiskItems } from './RiskItems.tsx';

/** What was found, done and prescribed in this stay, and what the risk rests on. */
export default function StayPanel({ patientId, encounterId }: PanelProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useHospitalNow();
  const { data, error, refetch } = useApi(
    'encounters.readEncounter',
    encounterId ? { params: { encounterId } } : null,
    [`patient:${patientId}`],
  );
  if (!encounterId) return <Empty title={t('patients.stay.none')} />;
  if (error) return <ErrorState title={error.message} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  const facts: [string, string | null | undefined][] = [
    ['class', t(`patients.class.${data.class}`)],
    ['admitted', data.admittedAt && formats.dateTime(data.admittedAt, now)],
    ['surgery', data.surgeryAt && formats.dateTime(data.surgeryAt, now)],
    ['discharged', data.dischargedAt && formats.dateTime(data.dischargedAt, now)],
    ['disposition', data.disposition && t(`patients.disposition.${data.disposition}`)],
    ['attending', data.attending?.name],
    ['visitNo', data.visitNo],
  ];
  return (
    <Section title={t('patients.stay.title')} foot={t(`patients.stay.source.${data.source}`)}>
      <dl className="p-facts">
        {facts.flatMap(([key, value]) =>
          value
            ? [
                <div key={key}>
                  <dt>{t(`patients.stay.${key}`)}</dt>
                  <dd>{value}</dd>
                </div>,
              ]
            : [],
        )}
      </dl>
      <CodeList title={t('patients.stay.diagnoses')} none={t('patients.stay.noneTold')} items={data.diagnoses} />
      <CodeList title={t('patients.stay.procedures')} none={t('patients.stay.noneTold')} items={data.procedures} />
      <CodeList
        title={t('patients.stay.medicines')}
        none={t('patients.stay.noneTold')}
        items={data.medicines.map((one) => ({
          ...one,
          more: [one.dose, one.route, one.frequency].filter(Boolean).join(' · '),
        }))}
      />
      <RiskItems risk={data.risk} />
    </Section>
  );
}
