import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow } from '../../../kit/context.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Page } from '../../../kit/Page.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { useApi } from '../../api/useApi.ts';
import { Feeds } from './Feeds.tsx';
import './intake.css';
import { MessageList } from './MessageList.tsx';
import { ProblemBar } from './ProblemBar.tsx';
import { StateTabs } from './StateTabs.tsx';
import { readSearch, type Shown } from './search.ts';

/** What the mouths brought: the messages that wait for a person first. State, search and page stand in the address. */
export default function IntakePage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useHospitalNow();
  const navigate = useNavigate();
  const shown = readSearch(useSearch({ strict: false }));
  const go = (search: Shown) => void navigate({ to: '/intake', search: { ...search }, replace: true });
  const counts = useApi('intake.messageCounts', {}, ['intake:all']);
  const state = shown.q || shown.state === 'all' ? undefined : shown.state;
  const list = useApi(
    'intake.listMessages',
    {
      query: {
        limit: 50,
        ...(state ? { state } : {}),
        ...(shown.q ? { search: shown.q } : {}),
        ...(shown.problem && !shown.q ? { problem: shown.problem } : {}),
        ...(shown.after ? { after: shown.after } : {}),
      },
    },
    ['intake:all'],
  );
  const last = counts.data?.lastReceivedAt;
  return (
    <Page
      title={t('intake.messages.title')}
      summary={
        last
          ? t('intake.messages.last', { at: formats.dateTime(last, now) })
          : counts.data && t('intake.messages.noneYet')
      }
      actions={
        <Input.Search
          key={shown.q ?? ''}
          allowClear
          className="i-search"
          defaultValue={shown.q ?? ''}
          placeholder={t('intake.messages.search')}
          aria-label={t('intake.messages.search')}
          maxLength={80}
          onSearch={(text) => go(text.trim() ? { state: 'all', q: text.trim() } : { state: 'quarantined' })}
        />
      }
    >
      <StateTabs counts={counts.data} current={shown.q ? null : shown.state} onChoose={(next) => go({ state: next })} />
      {shown.state === 'quarantined' && !shown.q && (counts.data?.problems.length ?? 0) > 0 && (
        <ProblemBar
          problems={counts.data?.problems ?? []}
          current={shown.problem ?? null}
          onChoose={(problem) => go({ state: 'quarantined', ...(problem ? { problem } : {}) })}
        />
      )}
      <Section
        flush
        title={shown.q ? t('intake.messages.found', { text: shown.q }) : t(`intake.state.${shown.state}`)}
        extra={
          <>
            {shown.after && <Button onClick={() => go(withoutPage(shown))}>{t('intake.messages.newest')}</Button>}
            {list.data?.next && (
              <Button onClick={() => go({ ...shown, after: list.data?.next ?? '' })}>
                {t('intake.messages.older')}
              </Button>
            )}
          </>
        }
        foot={t('intake.messages.rule')}
      >
        {list.error ? (
          <ErrorState title={list.error.message} kept={t('intake.messages.kept')} onRetry={() => void list.refetch()} />
        ) : !list.data ? (
          <div className="i-loading">
            <ListSkeleton />
          </div>
        ) : (
          <MessageList messages={list.data.items} searched={Boolean(shown.q)} state={shown.state} />
        )}
      </Section>
      <Feeds />
    </Page>
  );
}

function withoutPage({ after: _after, ...rest }: Shown): Shown {
  return rest;
}
