import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { useApi } from '../../api/useApi.ts';
import { ConsentLine } from './ConsentLine.tsx';
import './patients.css';
import type { PanelProps } from './panel-props.ts';

/** What this person agreed to and what not, each with its words and its witness. */
export default function ConsentsPanel({ patientId, encounterId }: PanelProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useApi('patients.readPatient', { params: { patientId } }, [`patient:${patientId}`]);
  if (error) return <ErrorState title={error.message} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  return (
    <Section title={t('patients.consents.title')} flush foot={t('patients.consents.rule')}>
      <ul className="p-consents">
        {data.consents.map((consent) => (
          <ConsentLine key={consent.purpose} patientId={data.patient.id} encounterId={encounterId} consent={consent} />
        ))}
      </ul>
    </Section>
  );
}
