import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../kit/Empty.tsx';
import { useNav } from './nav.ts';
import { useMe } from './session.ts';

/** The first page this person may open; for a post without one, that there is none and whom to tell. */
export function Home() {
  const { t } = useTranslation();
  const { staff } = useMe();
  const [first] = useNav();
  if (first) return <Navigate to={first.path} replace />;
  const role = staff.roles.map((one) => t(`identity.role.${one}`)).join('、');
  return <Empty page title={t('shell.nothing.title', { role })} hint={t('shell.nothing.hint')} />;
}
