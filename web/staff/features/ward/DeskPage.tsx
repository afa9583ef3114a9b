import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../kit/Empty.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { Page } from '../../../kit/Page.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { call } from '../../api/call.ts';
import type { Reply } from '../../api/types.ts';
import './desk.css';
import { JoinCard, JoinCode } from './JoinCard.tsx';

type Left = Reply<'encounters.listJoinCards'>['items'][number];
// The desk belongs to no ward and hears no hints of one; a person walks from the ward to the desk in minutes.
const againMs = 20_000;

/** Where people settle their bill: a surname and the code to hand over, nothing about health. */
export default function DeskPage() {
  const { t } = useTranslation();
  const [paper, setPaper] = useState<Left | null>(null);
  const read = useInfiniteQuery({
    queryKey: ['encounters.listJoinCards', 'pages'],
    initialPageParam: null as string | null,
    refetchInterval: againMs,
    queryFn: ({ pageParam }) =>
      call('encounters.listJoinCards', { query: { limit: 60, ...(pageParam ? { after: pageParam } : {}) } }),
    getNextPageParam: (last) => last.next,
  });
  const people = read.data?.pages.flatMap(({ items }) => items);
  const print = (one: Left) => {
    flushSync(() => setPaper(one));
    window.print();
  };
  return (
    <Page title={t('ward.desk.title')} summary={t('ward.desk.summary')} width="read">
      <Section flush foot={t('ward.desk.foot')}>
        {read.error && !people ? (
          <ErrorState title={read.error.message} onRetry={() => void read.refetch()} />
        ) : !people ? (
          <div className="w-pad">
            <ListSkeleton rows={7} />
          </div>
        ) : people.length === 0 ? (
          <Empty title={t('ward.desk.empty')} hint={t('ward.desk.emptyHint')} />
        ) : (
          <>
            <ul className="d-list" data-testid="desk-list">
              {people.map((one) => (
                <li key={one.encounterId}>
                  <span className="d-name" translate="no">
                    {one.name}
                  </span>
                  <span className="d-code">
                    <JoinCode code={one.joinCode} />
                  </span>
                  <Button
                    icon={<Icon name="book" size={16} />}
                    aria-label={t('ward.desk.printOf', { name: one.name })}
                    onClick={() => print(one)}
                  >
                    {t('ward.desk.print')}
                  </Button>
                </li>
              ))}
            </ul>
            {read.hasNextPage && (
              <Button className="d-more" loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
                {t('ward.more')}
              </Button>
            )}
          </>
        )}
      </Section>
      {paper && <JoinCard name={paper.name} code={paper.joinCode} />}
    </Page>
  );
}
