import { useTranslation } from 'react-i18next';
import { Icon } from '../../../kit/Icon.tsx';

/** Why this person is not rung now; what was entered stays. */
export function DialRefused({ title }: { title: string }) {
  const { t } = useTranslation();
  return (
    <p className="c-refused" role="alert" data-testid="dial-refused">
      <Icon name="pause" size={16} /> <strong>{title}</strong> {t('calls.refused.kept')}
    </p>
  );
}
