import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../kit/Icon.tsx';
import { newId } from '../../api/id.ts';
import { useSend } from '../../api/useApi.ts';

export const holdReasons = [
  'died',
  'dying-at-home',
  'stillborn-or-nicu',
  'dispute',
  'do-not-contact',
  'readmitted-elsewhere',
] as const;

/** Two taps stop everything that would reach this person; the notice that says so takes it back. */
export function HoldButton({ patientId, encounterId }: { patientId: string; encounterId: string | null }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const changes = ['patients.readPatient', 'encounters.listInHouse', 'encounters.listDischarged'] as const;
  const lift = useSend('patients.liftHold', {
    changes,
    onDone: (_, { params }) =>
      void message.open({ key: params.holdId, type: 'info', content: t('patients.hold.undone') }),
  });
  const set = useSend('patients.setHold', {
    changes,
    onDone: (_, { params }) => {
      void message.open({
        key: params.holdId,
        type: 'success',
        duration: 12,
        content: (
          <span className="p-toast">
            {t('patients.hold.done')}
            <Button size="small" onClick={() => lift.mutate({ params })}>
              {t('patients.hold.undo')}
            </Button>
          </span>
        ),
      });
    },
  });
  const items = holdReasons.map((reason) => ({ key: reason, label: t(`patients.hold.reason.${reason}`) }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) =>
          set.mutate({
            params: { patientId, holdId: newId() },
            body: { reason: key as (typeof holdReasons)[number], encounterId },
          }),
      }}
    >
      <Button loading={set.isPending} icon={<Icon name="pause" size={16} />}>
        {t('patients.hold.set')}
      </Button>
    </Dropdown>
  );
}
