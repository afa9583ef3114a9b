import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../kit/Empty.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { Page } from '../../../kit/Page.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { useTooMany } from '../../../kit/useTooMany.tsx';
import { useApi, useSend } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';
import './content.css';
import { PackRow } from './PackRow.tsx';
import { Refusals } from './Refusals.tsx';

/** Clinical packs: which versions are here, who signed them, what stood in the way of those that are not. */
export default function PacksPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayImport = useMay('content.import');
  const { data, error, refetch } = useApi('content.listPacks', { query: { limit: 100 } });
  const attempts = useApi('content.listPackAttempts', { query: { limit: 100 } });
  const refused = attempts.data?.items.filter((attempt) => attempt.outcome === 'refused') ?? [];
  const tooMany = useTooMany(data?.items.length ?? 0, Boolean(data?.next));
  const read = useSend('content.importPacks', {
    changes: ['content.listPacks', 'content.listPackAttempts'],
    onDone: (counts) => void message.info(t('content.packs.read', counts)),
  });
  return (
    <Page
      title={t('content.packs.title')}
      summary={t('content.packs.summary')}
      actions={
        mayImport && (
          <Button loading={read.isPending} icon={<Icon name="retry" size={16} />} onClick={() => read.mutate({})}>
            {t('content.packs.readAgain')}
          </Button>
        )
      }
    >
      {refused.length > 0 && <Refusals refused={refused} />}
      <Section title={t('content.packs.versions')} flush foot={t('content.packs.rule')}>
        {error ? (
          <ErrorState title={error.message} onRetry={() => void refetch()} />
        ) : !data ? (
          <div className="ct-loading">
            <ListSkeleton />
          </div>
        ) : data.items.length === 0 ? (
          <Empty title={t('content.packs.empty')} hint={t('content.packs.emptyHint')} />
        ) : (
          <ul className="ct-list">
            {data.items.map((pack) => (
              <PackRow key={pack.id} pack={pack} />
            ))}
          </ul>
        )}
        {tooMany}
      </Section>
    </Page>
  );
}
