import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';

/**
 * The notice of a list that does not show everything, or null.
 * `shown` rows are on the screen; `more` says that the server has others (its `next` cursor is not null).
 */
export function useTooMany(shown: number, more: boolean): ReactNode {
  const { t } = useTranslation();
  if (!more) return null;
  return (
    <p className="k-toomany" role="status">
      <Icon name="info" size={16} />
      {t('kit.toomany', { n: shown })}
    </p>
  );
}
