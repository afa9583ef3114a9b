import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats, useKit } from '../../../kit/context.tsx';
import { Empty } from '../../../kit/Empty.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { call } from '../../api/call.ts';
import { byDay } from './by-day.ts';
import { TimelineLine } from './TimelineLine.tsx';
import './timeline.css';
import { usePages } from './usePages.ts';

/** All that happened around the patient, newest first, a heading for each day. */
export default function TimelinePanel({ patientId }: { patientId: string; encounterId: string | null }) {
  const { t } = useTranslation();
  const { timeZone } = useKit();
  const formats = useFormats();
  const { items, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages(
    'timeline.readTimeline',
    patientId,
    (after) =>
      call('timeline.readTimeline', { params: { patientId }, query: { limit: 40, ...(after ? { after } : {}) } }),
  );
  return (
    <Section title={t('timeline.panel.title')}>
      {error ? (
        <ErrorState title={error.message} onRetry={() => void refetch()} />
      ) : !items ? (
        <ListSkeleton />
      ) : items.length === 0 ? (
        <Empty title={t('timeline.panel.empty')} hint={t('timeline.panel.emptyHint')} />
      ) : (
        <>
          {byDay(items, timeZone).map(({ on, lines }) => (
            <section key={on} className="tl-day">
              <h3>{formats.day(lines[0]?.at ?? on)}</h3>
              <ol className="tl-lines">
                {lines.map((line) => (
                  <TimelineLine key={line.id} line={line} />
                ))}
              </ol>
            </section>
          ))}
          {hasNextPage && (
            <Button className="tl-more" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('timeline.panel.earlier')}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}
