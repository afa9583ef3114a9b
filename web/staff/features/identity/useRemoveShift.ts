import { App, Button } from 'antd';
import { createElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../kit/context.tsx';
import { useSend } from '../../api/useApi.ts';
import type { Shift } from './roster-week.ts';

const changes = ['identity.roster'] as const;
const undoSeconds = 10;

/** Asks, takes the shift off, and offers to put the same shift back. */
export function useRemoveShift(): (shift: Shift) => void {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const formats = useFormats();
  const back = useSend('identity.putShift', { changes });
  const remove = useSend('identity.removeShift', { changes });
  const offerUndo = ({ id, wardId, staff, duty, startsAt, endsAt }: Shift) => {
    const undo = () => {
      message.destroy(id);
      back.mutate({ params: { wardId, shiftId: id }, body: { staffId: staff.id, duty, startsAt, endsAt } });
    };
    void message.success({
      key: id,
      duration: undoSeconds,
      content: [
        t('identity.shifts.removed'),
        createElement(Button, { key: 'undo', type: 'link', size: 'small', onClick: undo }, t('identity.shifts.undo')),
      ],
    });
  };
  return (shift) => {
    const when = `${formats.day(shift.startsAt)} ${formats.time(shift.startsAt)}–${formats.time(shift.endsAt)}`;
    modal.confirm({
      title: t('identity.shifts.removeAsk', { name: shift.staff.name }),
      content: when,
      okText: t('identity.shifts.remove'),
      onOk: async () => {
        await remove.mutateAsync({ params: { wardId: shift.wardId, shiftId: shift.id } }).then(
          () => offerUndo(shift),
          () => undefined,
        );
      },
    });
  };
}
