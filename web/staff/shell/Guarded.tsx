import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../kit/Empty.tsx';
import { useMay } from './session.ts';

interface Props {
  readonly permission: string;
  readonly page: ComponentType;
  /** Shown to others in place of the refusal, where they did not ask for this page by name. */
  readonly otherwise?: ComponentType;
}

/** Shows a page to those who may open it; to others a plain sentence instead of an empty screen. */
export function Guarded({ permission, page: Shown, otherwise: Otherwise }: Props) {
  const { t } = useTranslation();
  if (useMay(permission)) return <Shown />;
  if (Otherwise) return <Otherwise />;
  return <Empty page title={t('shell.refused.title')} hint={t('shell.refused.hint')} />;
}
