import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../kit/Empty.tsx';
import { useMay } from './session.ts';

/** Shows a page to those who may open it; to others a plain sentence instead of an empty screen. */
export function Guarded({ permission, page: Shown }: { permission: string; page: ComponentType }) {
  const { t } = useTranslation();
  if (useMay(permission)) return <Shown />;
  return <Empty title={t('shell.refused.title')} hint={t('shell.refused.hint')} />;
}
