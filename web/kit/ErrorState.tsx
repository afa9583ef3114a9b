import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';

interface Props {
  /** What happened, in the reader's language; a problem's title fits. */
  readonly title: string;
  /** What is kept, and what to do next. */
  readonly kept?: string;
  onRetry?(): void;
}

/** What happened, what is kept, what to do: in that order, announced at once. */
export function ErrorState({ title, kept, onRetry }: Props) {
  const { t } = useTranslation();
  return (
    <div className="k-error" role="alert">
      <Icon name="info" size={22} />
      <div>
        <p className="k-error-title">{title}</p>
        <p>{kept ?? t('kit.error.kept')}</p>
        {onRetry && (
          <button type="button" className="k-button" onClick={onRetry}>
            <Icon name="retry" size={16} />
            {t('kit.error.retry')}
          </button>
        )}
      </div>
    </div>
  );
}
