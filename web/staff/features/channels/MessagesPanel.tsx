import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../kit/Empty.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { call } from '../../api/call.ts';
import { usePages } from '../timeline/usePages.ts';
import './channels.css';
import { MessageLine } from './MessageLine.tsx';

/** Every message to the patient: what it says, why it was sent, and what became of it. */
export default function MessagesPanel({ patientId }: { patientId: string; encounterId: string | null }) {
  const { t } = useTranslation();
  const { items, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages(
    'channels.listMessages',
    patientId,
    (after) =>
      call('channels.listMessages', { params: { patientId }, query: { limit: 30, ...(after ? { after } : {}) } }),
  );
  return (
    <Section title={t('channels.panel.title')} flush foot={t('channels.panel.rule')}>
      {error ? (
        <ErrorState title={error.message} onRetry={() => void refetch()} />
      ) : !items ? (
        <div className="ch-loading">
          <ListSkeleton />
        </div>
      ) : items.length === 0 ? (
        <Empty title={t('channels.panel.empty')} hint={t('channels.panel.emptyHint')} />
      ) : (
        <>
          <ul className="ch-list">
            {items.map((message) => (
              <MessageLine key={message.id} message={message} />
            ))}
          </ul>
          {hasNextPage && (
            <Button className="ch-more" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('channels.panel.earlier')}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}
