import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../kit/Icon.tsx';
import type { Reply } from '../../api/types.ts';
import { useSend } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';

const reasons = ['test-message', 'sent-again', 'not-ours', 'entered-by-hand', 'cannot-be-mended'] as const;

/** Correct, read again, lay aside: for whoever may, and only while the message was not carried out. */
export function MessageActions({ message, onEdit }: { message: Reply<'intake.openMessage'>; onEdit(): void }) {
  const { t } = useTranslation();
  const app = App.useApp();
  const may = useMay('intake.correct');
  const changes = ['intake.openMessage', 'intake.listMessages', 'intake.messageCounts'] as const;
  const replay = useSend('intake.replayMessage', { changes });
  const discard = useSend('intake.discardMessage', { changes });
  const params = { messageId: message.id };
  const { version } = message;
  const open = message.state === 'quarantined' || message.state === 'ignored';
  if (!may || (!open && message.state !== 'discarded')) return null;
  const confirm = (reason: (typeof reasons)[number]) =>
    void app.modal.confirm({
      title: t('intake.message.discardAsk'),
      content: t('intake.message.discardWhy', { reason: t(`intake.discard.${reason}`) }),
      okText: t('intake.message.discard'),
      cancelText: t('intake.message.cancel'),
      onOk: () => discard.mutateAsync({ params, body: { version, reason } }).catch(() => undefined),
    });
  const cut = message.problem?.code === 'too-large';
  return (
    <>
      {open && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: reasons.map((reason) => ({ key: reason, label: t(`intake.discard.${reason}`) })),
            onClick: ({ key }) => confirm(key as (typeof reasons)[number]),
          }}
        >
          <Button icon={<Icon name="trash" size={16} />}>{t('intake.message.discard')}</Button>
        </Dropdown>
      )}
      {open && !cut && (
        <Button
          icon={<Icon name="retry" size={16} />}
          loading={replay.isPending}
          onClick={() => replay.mutate({ params, body: { version } })}
        >
          {t('intake.message.replay')}
        </Button>
      )}
      {!cut && (
        <Button type="primary" onClick={onEdit}>
          {t('intake.message.correct')}
        </Button>
      )}
    </>
  );
}
