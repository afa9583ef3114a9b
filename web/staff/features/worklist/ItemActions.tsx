import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHospitalNow, useKit } from '../../../kit/context.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import type { RouteName } from '../../api/types.ts';
import { useApi, useSend } from '../../api/useApi.ts';
import { useMay, useMe } from '../../shell/session.ts';
import { atLocalTime } from './snooze-times.ts';
import type { Item } from './types.ts';

const CHANGES: readonly RouteName[] = ['worklist.listItems', 'worklist.itemOf', 'worklist.countItems'];

/** Take it, give it back, put it aside, give it to a colleague. What was put aside or taken can be taken back. */
export function ItemActions({ item }: { item: Item }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { formats, timeZone } = useKit();
  const now = useHospitalNow();
  const me = useMe();
  const mayWork = useMay('worklist.work');
  const mayAssign = useMay('worklist.assign');
  const take = useSend('worklist.takeItem', { changes: CHANGES });
  const release = useSend('worklist.releaseItem', { changes: CHANGES });
  const assign = useSend('worklist.assignItem', {
    changes: CHANGES,
    onDone: (given) => void message.success(t('worklist.done.assigned', { name: given.owner?.name ?? '' })),
  });
  const wake = useSend('worklist.wakeItem', { changes: CHANGES });
  const snooze = useSend('worklist.snoozeItem', {
    changes: CHANGES,
    onDone: (aside) =>
      void message.success(
        t('worklist.done.snoozed', { time: aside.snoozedUntil ? formats.dateTime(aside.snoozedUntil, now) : '' }),
      ),
  });
  const staff = useApi('identity.listStaff', mayAssign && item.wardId ? { params: { wardId: item.wardId } } : null);
  if (!mayWork || (item.state !== 'open' && item.state !== 'snoozed')) return null;
  const params = { itemId: item.id };
  const { version } = item;
  const mineTaken = item.takenAt !== null && item.owner?.id === me.staff.id;
  const times = atLocalTime(now, timeZone, item.limitAt === null ? null : Date.parse(item.limitAt));
  return (
    <div className="t-actions c-no-print">
      {item.state === 'snoozed' ? (
        <Button onClick={() => wake.mutate({ params, body: { version } })} loading={wake.isPending}>
          {t('worklist.act.wake')}
        </Button>
      ) : mineTaken ? (
        <Button onClick={() => release.mutate({ params, body: { version } })} loading={release.isPending}>
          {t('worklist.act.release')}
        </Button>
      ) : (
        <Button
          icon={<Icon name="check" size={16} />}
          onClick={() => take.mutate({ params, body: { version } })}
          loading={take.isPending}
          data-testid="take"
        >
          {item.takenAt && item.owner ? t('worklist.act.takeFrom', { name: item.owner.name }) : t('worklist.act.take')}
        </Button>
      )}
      {item.kind !== 'alert' && item.state === 'open' && times.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: times.map((at) => ({ key: String(at), label: formats.dateTime(at, now) })),
            onClick: ({ key }) =>
              snooze.mutate({ params, body: { version, until: new Date(Number(key)).toISOString() } }),
          }}
        >
          <Button icon={<Icon name="clock" size={16} />} loading={snooze.isPending} data-testid="snooze">
            {t('worklist.act.snooze')}
          </Button>
        </Dropdown>
      )}
      {mayAssign && staff.data && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: staff.data
              .filter(({ id }) => id !== item.owner?.id)
              .map((one) => ({ key: one.id, label: `${one.name} · ${t(`identity.role.${one.roles[0] ?? 'nurse'}`)}` })),
            onClick: ({ key }) => assign.mutate({ params, body: { version, staffId: key } }),
          }}
        >
          <Button icon={<Icon name="swap" size={16} />} loading={assign.isPending} data-testid="assign">
            {t('worklist.act.assign')}
          </Button>
        </Dropdown>
      )}
      <span className="t-actions-owner">
        {item.owner
          ? t(item.takenAt ? 'worklist.item.with' : 'worklist.item.for', { name: item.owner.name })
          : t('worklist.item.nobody')}
      </span>
    </div>
  );
}
