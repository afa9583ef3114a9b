import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow } from '../../../kit/context.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import type { Reply } from '../../api/types.ts';
import { useSend } from '../../api/useApi.ts';

/** One parked delivery or job, with the way to let it run again. */
export function ParkedRow({ item }: { item: Reply<'kernel.listParked'>['items'][number] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const formats = useFormats();
  const now = useHospitalNow();
  const onDone = () => void message.success(t('ops.parked.retried'));
  const retryDelivery = useSend('kernel.retryParked', { changes: ['kernel.listParked'], onDone });
  const retryJob = useSend('kernel.retryJob', { changes: ['kernel.listParked'], onDone });
  const again = () =>
    item.kind === 'delivery'
      ? retryDelivery.mutate({ params: { eventId: item.id }, body: { handler: item.name } })
      : retryJob.mutate({ params: { jobId: item.id } });
  const facts: [label: string, value: string][] = [
    [t('ops.parked.event'), item.eventType ?? t('ops.parked.none')],
    [t('ops.parked.error'), item.errorCode ?? t('ops.parked.none')],
    [t('ops.parked.attempts'), t('ops.parked.times', { count: item.attempts })],
  ];
  return (
    <li>
      <div>
        <p className="o-name">
          <strong translate="no">{item.name}</strong> <small>{t(`ops.parked.kind.${item.kind}`)}</small>
        </p>
        <dl>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd translate="no">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <span className="o-since" title={formats.dateTime(item.since, now)}>
        {formats.relative(item.since, now)}
      </span>
      <Button
        loading={retryDelivery.isPending || retryJob.isPending}
        icon={<Icon name="retry" size={16} />}
        aria-label={t('ops.parked.retryOf', { name: item.name })}
        onClick={again}
      >
        {t('ops.parked.retry')}
      </Button>
    </li>
  );
}
