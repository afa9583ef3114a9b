import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { useApi } from '../../api/useApi.ts';

const counted = ['tasks', 'messages', 'guide', 'exercises', 'questions', 'rules', 'signs', 'faq'] as const;

/** For whom a version is meant, what stands in it, and where its figures come from. */
export function PackDetail({ packId }: { packId: string }) {
  const { t } = useTranslation();
  const { language } = useKit();
  const { data, error, refetch } = useApi('content.readPack', { params: { packId } });
  if (error) return <ErrorState title={error.message} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={3} />;
  const { triggers } = data;
  const list = (items: readonly string[]) => items.join(language === 'en' ? ', ' : '、');
  const facts: [string, string][] = [
    ['decidedBy', t(`content.detail.by.${triggers.decidedBy}`)],
    ['procedures', list(triggers.procedures)],
    ['diagnoses', list(triggers.diagnoses)],
    ['words', list(triggers.words)],
    ['excludeWords', list(triggers.excludeWords)],
    ['phases', list(data.phases.map((phase) => phase.title[language]))],
    ['holds', list(counted.map((key) => t(`content.count.${key}`, { n: data.counts[key] ?? 0 })))],
  ];
  return (
    <div className="ct-detail">
      <dl>
        {facts.flatMap(([key, value]) =>
          value
            ? [
                <div key={key}>
                  <dt>{t(`content.detail.${key}`)}</dt>
                  <dd>{value}</dd>
                </div>,
              ]
            : [],
        )}
      </dl>
      <h3>{t('content.detail.sources', { n: data.sources.length })}</h3>
      <ol>
        {data.sources.map((source) => (
          <li key={source.id}>
            {source.url ? (
              <a href={source.url} target="_blank" rel="noreferrer">
                {source.citation}
              </a>
            ) : (
              source.citation
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
