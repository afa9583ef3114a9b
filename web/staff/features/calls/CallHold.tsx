import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../kit/Icon.tsx';
import { newId } from '../../api/id.ts';
import { useSend } from '../../api/useApi.ts';

const REASONS = [
  'died',
  'dying-at-home',
  'stillborn-or-nicu',
  'dispute',
  'do-not-contact',
  'readmitted-elsewhere',
] as const;
type Reason = (typeof REASONS)[number];

/** Stops everything for this person from the call. A death is asked for once more: it cannot be lived through twice. */
export function CallHold({ callId, onDone }: { callId: string; onDone(): void }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const hold = useSend('calls.holdFromCall', {
    changes: ['calls.callOf', 'worklist.listItems', 'worklist.countItems'],
    onDone,
  });
  const set = (reason: Reason) => hold.mutate({ params: { callId }, body: { id: newId(), reason } });
  const choose = (reason: Reason) => {
    if (reason !== 'died') return set(reason);
    void modal.confirm({
      title: t('calls.hold.diedTitle'),
      content: t('calls.hold.diedText'),
      okText: t('calls.hold.diedYes'),
      cancelText: t('calls.hold.no'),
      onOk: () => set('died'),
    });
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: REASONS.map((reason) => ({ key: reason, label: t(`calls.hold.reason.${reason}`) })),
        onClick: ({ key }) => choose(key as Reason),
      }}
    >
      <Button loading={hold.isPending} icon={<Icon name="pause" size={16} />} data-testid="hold">
        {t('calls.hold.set')}
      </Button>
    </Dropdown>
  );
}
