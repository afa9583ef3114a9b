import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../kit/Empty.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Page } from '../../../kit/Page.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import { query } from '../../api/query.ts';
import { useMay } from '../../shell/session.ts';
import { GateSection } from '../channels/GateSection.tsx';
import './ops.css';
import { ParkedRow } from './ParkedRow.tsx';

// No topic tells of parked work: it belongs to no ward and no person.
const refreshMs = 10_000;

/** Work the house could not finish by itself: what, since when, why, and the way to let it run again. */
export default function OpsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ ...query('kernel.listParked'), refetchInterval: refreshMs });
  const mayGate = useMay('channels.gate');
  const parked = data?.items ?? [];
  return (
    <Page
      title={t('ops.parked.title')}
      summary={t('ops.parked.summary')}
      actions={
        data && (
          <>
            <StatusTag
              tone={parked.length > 0 ? 'attention' : 'good'}
              {...(parked.length > 0 ? { icon: 'pause' as const } : {})}
            >
              {t('ops.parked.count', { count: parked.length })}
            </StatusTag>
            <StatusTag tone="quiet" icon="clock">
              {t('ops.parked.waiting', { count: data.waiting })}
            </StatusTag>
          </>
        )
      }
    >
      {mayGate && <GateSection />}
      <Section title={t('ops.parked.list')} flush foot={t('ops.parked.rule')}>
        {error ? (
          <ErrorState title={error.message} kept={t('ops.parked.kept')} onRetry={() => void refetch()} />
        ) : !data ? (
          <div className="o-loading">
            <ListSkeleton />
          </div>
        ) : parked.length === 0 ? (
          <Empty title={t('ops.parked.empty')} hint={t('ops.parked.emptyHint')} />
        ) : (
          <ul className="o-list">
            {parked.map((item) => (
              <ParkedRow key={`${item.id}${item.name}`} item={item} />
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
