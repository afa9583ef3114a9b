import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../kit/Empty.tsx';
import { useNav } from './nav.ts';

/** The first page this person may open. */
export function Home() {
  const { t } = useTranslation();
  const [first] = useNav();
  if (first) return <Navigate to={first.path} replace />;
  return <Empty title={t('shell.nothing.title')} hint={t('shell.nothing.hint')} />;
}
