import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow } from '../../../kit/context.tsx';
import { Empty } from '../../../kit/Empty.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { HoursLeft } from '../../../kit/HoursLeft.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import { useApi } from '../../api/useApi.ts';
import { CallDone } from './CallDone.tsx';
import './calls.css';

/** Calls of this person: what is owed, and what became of those that were made. */
export default function CallsPanel({ patientId }: { patientId: string; encounterId: string | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useHospitalNow();
  const read = useApi('calls.callsOfPatient', { params: { patientId } }, [`patient:${patientId}`]);
  return (
    <Section title={t('calls.panel.title')}>
      {read.error ? (
        <ErrorState title={read.error.message} onRetry={() => void read.refetch()} />
      ) : !read.data ? (
        <ListSkeleton rows={3} />
      ) : read.data.length === 0 ? (
        <Empty title={t('calls.panel.empty')} />
      ) : (
        <ul className="c-panel">
          {read.data.map((call) => {
            const open = call.state === 'waiting' || call.state === 'in-progress' || call.state === 'unreachable';
            return (
              <li key={call.id}>
                <Link to={'/calls/$callId' as '/'} params={{ callId: call.id } as never} className="c-link">
                  {t('calls.panel.line', { date: formats.day(call.dischargedAt) })}
                </Link>
                {open ? (
                  <>
                    <HoursLeft dueAt={call.dueAt} opensAt={call.windowFrom} />
                    <StatusTag tone={call.state === 'unreachable' ? 'attention' : 'calm'} icon="phone">
                      {t(`calls.state.${call.state}`)}
                    </StatusTag>
                  </>
                ) : (
                  <CallDone call={call} />
                )}
                {call.red > 0 && <StatusTag tone="danger">{t('calls.panel.red', { count: call.red })}</StatusTag>}
                {call.attempts.length > 0 && (
                  <small>
                    {t('calls.panel.tries', { count: call.attempts.length })}
                    {call.nextTryAt && ` · ${t('calls.tries.next', { time: formats.dateTime(call.nextTryAt, now) })}`}
                  </small>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
