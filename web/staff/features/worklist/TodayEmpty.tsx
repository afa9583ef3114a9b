import { useTranslation } from 'react-i18next';
import { Empty } from '../../../kit/Empty.tsx';

/** Nothing owed: said with what it means, and different where a filter hides the rest. */
export function TodayEmpty({
  show,
  filtered,
  quiet,
}: {
  show: 'ward' | 'me' | 'snoozed';
  filtered: boolean;
  quiet?: boolean;
}) {
  const { t } = useTranslation();
  if (quiet) return <Empty title={t('worklist.empty.pane')} />;
  if (filtered) return <Empty title={t('worklist.empty.filtered')} />;
  return <Empty title={t(`worklist.empty.${show}`)} hint={t(`worklist.empty.${show}Hint`)} />;
}
