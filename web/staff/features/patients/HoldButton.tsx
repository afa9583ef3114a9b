import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../kit/Icon.tsx';
import { type HoldReason, useHold } from './useHold.tsx';

const REASONS: readonly HoldReason[] = [
  'died',
  'dying-at-home',
  'stillborn-or-nicu',
  'dispute',
  'do-not-contact',
  'readmitted-elsewhere',
];

interface Props {
  readonly patientId: string;
  readonly encounterId: string | null;
  readonly callId?: string;
  /** In a row there is room for the sign alone; the words are read out and shown on hover. */
  readonly rowOf?: string;
  onDone?(): void;
}

/** Two taps stop everything that would reach this person. A death told on the phone is asked for once more: it cannot be lived through twice. */
export function HoldButton({ patientId, encounterId, callId, rowOf, onDone }: Props) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { set, busy } = useHold({ patientId, encounterId, callId, onDone });
  const choose = (reason: HoldReason) => {
    if (reason !== 'died' || !callId) return set(reason);
    void modal.confirm({
      title: t('patients.hold.diedTitle'),
      content: t('patients.hold.diedText'),
      okText: t('patients.hold.diedYes'),
      cancelText: t('patients.hold.no'),
      onOk: () => set('died'),
    });
  };
  const row = rowOf !== undefined;
  return (
    <Dropdown
      trigger={['click']}
      placement={row ? 'bottomRight' : 'bottomLeft'}
      menu={{
        items: REASONS.map((reason) => ({ key: reason, label: t(`patients.hold.reason.${reason}`) })),
        onClick: ({ key }) => choose(key as HoldReason),
      }}
    >
      <Button
        loading={busy}
        icon={<Icon name="pause" size={16} />}
        data-testid="hold"
        {...(row
          ? {
              type: 'text' as const,
              size: 'small' as const,
              title: t('patients.hold.set'),
              'aria-label': t('patients.hold.setOf', { name: rowOf }),
            }
          : {})}
      >
        {row ? null : t('patients.hold.set')}
      </Button>
    </Dropdown>
  );
}
