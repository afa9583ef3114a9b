import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../kit/Icon.tsx';
import { useSend } from '../../api/useApi.ts';
import type { Plan } from './types.ts';

const changes = ['careplans.listPlans', 'careplans.listPlanTasks', 'channels.listMessages'] as const;
const endings = ['patient-wish', 'care-elsewhere', 'entered-in-error'] as const;

/** Pause, go on, end. Pausing is taken back with one tap; ending asks first, because it cannot be. */
export function PlanActions({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const pause = useSend('careplans.pausePlan', { changes });
  const resume = useSend('careplans.resumePlan', { changes });
  const end = useSend('careplans.endPlan', { changes });
  if (plan.state === 'ended' || plan.state === 'not-started') return null;
  const params = { planId: plan.id };
  const { version } = plan;
  const resting = plan.pausedReasons.includes('staff');
  const askEnd = (reason: (typeof endings)[number]) =>
    void modal.confirm({
      title: t('careplans.end.title'),
      content: t('careplans.end.what'),
      okText: t('careplans.end.yes'),
      cancelText: t('careplans.end.no'),
      onOk: () => end.mutateAsync({ params, body: { version, reason } }).catch(() => undefined),
    });
  return (
    <>
      <Button
        size="small"
        loading={pause.isPending || resume.isPending}
        icon={<Icon name={resting ? 'retry' : 'pause'} size={14} />}
        onClick={() => (resting ? resume : pause).mutate({ params, body: { version } })}
      >
        {t(resting ? 'careplans.act.resume' : 'careplans.act.pause')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: endings.map((reason) => ({ key: reason, label: t(`careplans.ended.${reason}`) })),
          onClick: ({ key }) => askEnd(key as (typeof endings)[number]),
        }}
      >
        <Button size="small" loading={end.isPending}>
          {t('careplans.act.end')}
        </Button>
      </Dropdown>
    </>
  );
}
