import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../kit/Icon.tsx';
import { call } from '../../api/call.ts';
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
  const set = useSend('patients.setHold', {
    changes: ['patients.readPatient', 'encounters.listInHouse', 'encounters.listDischarged'],
    onDone: (_, { params }) => {
      const key = params.holdId;
      const undo = () =>
        call('patients.liftHold', { params }).then(
          () => message.open({ key, type: 'info', content: t('patients.hold.undone') }),
          (error: Error) => message.error(error.message),
        );
      void message.open({
        key,
        type: 'success',
        duration: 12,
        content: (
          <span className="p-toast">
            {t('patients.hold.done')}
            <Button size="small" onClick={() => void undo()}>
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
