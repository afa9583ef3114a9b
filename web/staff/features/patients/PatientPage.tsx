import { useParams, useSearch } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Page } from '../../../kit/Page.tsx';
import { ListSkeleton, PageSkeleton } from '../../../kit/Skeletons.tsx';
import { useApi } from '../../api/useApi.ts';
import { useMe } from '../../shell/session.ts';
import { PatientHeader } from './PatientHeader.tsx';
import './patients.css';
import type { PanelProps } from './panel-props.ts';
import { panels } from './panels.ts';

const shown = panels
  .map((panel) => ({ ...panel, View: lazy(panel.load) as ComponentType<PanelProps> }))
  .sort((a, b) => a.order - b.order);

/** One person: who they are and whether they may be reached above, the domains' panels below. */
export default function PatientPage() {
  const { t } = useTranslation();
  const { patientId } = useParams({ strict: false }) as { patientId: string };
  const { stay } = useSearch({ strict: false }) as { stay?: string };
  const { permissions } = useMe();
  const { data, error, refetch } = useApi('patients.readPatient', { params: { patientId } }, [`patient:${patientId}`]);
  if (error) return <ErrorState title={error.message} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const current = data.stays.find(({ encounterId }) => encounterId === stay) ?? data.stays[0] ?? null;
  // A merged record answers with the one that stands: the panels ask for that.
  const props = { patientId: data.patient.id, encounterId: current?.encounterId ?? null };
  const column = (wide: boolean) => (
    <div className="p-column">
      {shown
        .filter(({ order, permission }) => order < 50 === wide && permissions.includes(permission))
        .map(({ key, View }) => (
          <Suspense key={`${key}${props.patientId}`} fallback={<ListSkeleton />}>
            <View {...props} />
          </Suspense>
        ))}
    </div>
  );
  return (
    <Page title={t('patients.page.title')}>
      <PatientHeader record={data} stay={current} />
      <div className={shown.some(({ order }) => order < 50) ? 'p-columns' : 'p-single'}>
        {column(true)}
        {column(false)}
      </div>
    </Page>
  );
}
