import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';
import type { Item } from './types.ts';

/** Several at once: take them all. Those a colleague was quicker with are said. */
export function BulkBar({ items, onDone }: { items: readonly Item[]; onDone(): void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayWork = useMay('worklist.work');
  const take = useSend('worklist.takeItems', {
    changes: ['worklist.listItems', 'worklist.itemOf', 'worklist.countItems'],
    onDone: ({ taken, notTaken }) => {
      void message.info(
        notTaken.length === 0
          ? t('worklist.bulk.taken', { count: taken.length })
          : t('worklist.bulk.some', { taken: taken.length, not: notTaken.length }),
      );
      onDone();
    },
  });
  return (
    <div className="t-bulk" role="status">
      <span>{t('worklist.bulk.picked', { count: items.length })}</span>
      {mayWork && (
        <Button
          type="primary"
          loading={take.isPending}
          onClick={() => take.mutate({ body: { items: items.map(({ id, version }) => ({ id, version })) } })}
          data-testid="bulk-take"
        >
          {t('worklist.bulk.take')}
        </Button>
      )}
      <Button onClick={onDone}>{t('worklist.bulk.clear')}</Button>
    </div>
  );
}
