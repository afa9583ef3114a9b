import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats, useKit } from '../../../kit/context.tsx';
import { Icon, type IconName } from '../../../kit/Icon.tsx';
import { StatusTag, type Tone } from '../../../kit/StatusTag.tsx';
import { useSend } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';
import type { PlanTask } from './types.ts';

const icons: Record<PlanTask['kind'], IconName> = {
  call: 'phone',
  message: 'message',
  'medicine-review': 'check',
  exercise: 'person',
  measurement: 'chart',
  visit: 'ward',
  survey: 'book',
  'group-invitation': 'group',
  recall: 'retry',
};
const tones: Record<PlanTask['state'], Tone> = {
  waiting: 'quiet',
  due: 'note',
  done: 'good',
  skipped: 'quiet',
  cancelled: 'quiet',
};
const outcomes = ['done', 'not-needed', 'declined'] as const;

/** One task: hour, what, who, how it stands and why; ticked off here where a person does it. */
export function TaskRow({ task }: { task: PlanTask }) {
  const { t } = useTranslation();
  const { language } = useKit();
  const formats = useFormats();
  const mayWrite = useMay('careplans.write');
  const complete = useSend('careplans.completeTask', { changes: ['careplans.listPlanTasks'] });
  const why = task.reasonCode
    ? t(`careplans.reason.${task.reasonCode}`, { defaultValue: t('careplans.reason.other') })
    : task.outcome && task.outcome !== 'done'
      ? t(`careplans.outcome.${task.outcome}`, { defaultValue: '' })
      : '';
  const closed = task.state === 'skipped' || task.state === 'cancelled';
  return (
    <li className={closed ? 'cp-task cp-closed' : 'cp-task'}>
      <time dateTime={task.dueAt}>{formats.time(task.dueAt)}</time>
      <Icon name={icons[task.kind]} size={16} />
      <span className="cp-what">
        {task.title[language]}
        <small>{t(`careplans.owner.${task.owner}`)}</small>
      </span>
      <span className="cp-state">
        {why && <small>{why}</small>}
        <StatusTag tone={task.late ? 'attention' : tones[task.state]}>
          {task.late ? t('careplans.task.late') : t(`careplans.task.${task.state}`)}
        </StatusTag>
        {mayWrite && task.completable && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: outcomes.map((outcome) => ({ key: outcome, label: t(`careplans.outcome.${outcome}`) })),
              onClick: ({ key }) =>
                complete.mutate({
                  params: { taskId: task.id },
                  body: { version: task.version, outcome: key as (typeof outcomes)[number] },
                }),
            }}
          >
            <Button
              size="small"
              loading={complete.isPending}
              aria-label={t('careplans.task.tickOf', { task: task.title[language] })}
            >
              {t('careplans.task.tick')}
            </Button>
          </Dropdown>
        )}
      </span>
    </li>
  );
}
