import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Section } from '../../../kit/Section.tsx';
import type { Reply } from '../../api/types.ts';
import { useApi } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';
import { CodesForm } from './CodesForm.tsx';

type Feed = Reply<'intake.listFeeds'>[number];

/** The mouths of the hospital, whom each listens to, and the discharge codes a person explained. */
export function Feeds() {
  const { t } = useTranslation();
  const { data, error, refetch } = useApi('intake.listFeeds', {});
  const may = useMay('intake.correct');
  const [editing, setEditing] = useState<Feed | null>(null);
  return (
    <Section title={t('intake.feeds.title')} flush foot={t('intake.feeds.rule')}>
      {error ? (
        <ErrorState title={error.message} onRetry={() => void refetch()} />
      ) : (
        <ul className="i-feeds">
          {(data ?? []).map((feed) => (
            <li key={feed.id}>
              <strong translate="no">{feed.name}</strong>
              <span>
                {feed.kind === 'mllp'
                  ? t('intake.feeds.from', {
                      from: feed.sendingFacility ?? t('intake.feeds.any'),
                      to: feed.receivingFacility ?? t('intake.feeds.any'),
                    })
                  : t('intake.feeds.key')}
              </span>
              <span>
                {Object.keys(feed.dispositionCodes).length > 0
                  ? Object.entries(feed.dispositionCodes)
                      .map(([code, meaning]) => `${code} ${t(`intake.disposition.${meaning}`)}`)
                      .join(' · ')
                  : t('intake.feeds.usualCodes')}
              </span>
              {may && <Button onClick={() => setEditing(feed)}>{t('intake.feeds.codes')}</Button>}
            </li>
          ))}
        </ul>
      )}
      {editing && <CodesForm feed={editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}
