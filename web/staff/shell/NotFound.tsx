import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../kit/Empty.tsx';

/** An address nothing answers to. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Empty
      page
      title={t('shell.missing.title')}
      hint={t('shell.missing.hint')}
      action={<Link to="/">{t('shell.missing.home')}</Link>}
    />
  );
}
