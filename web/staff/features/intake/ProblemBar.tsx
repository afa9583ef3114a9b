import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../kit/Icon.tsx';
import type { Reply } from '../../api/types.ts';
import { useSend } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';

interface Props {
  readonly problems: Reply<'intake.messageCounts'>['problems'];
  readonly current: string | null;
  onChoose(problem: string | null): void;
}

/** What the quarantined messages suffer from; all of one kind can be read again once its cause is gone. */
export function ProblemBar({ problems, current, onChoose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const may = useMay('intake.correct');
  const replay = useSend('intake.replayQuarantined', {
    changes: ['intake.listMessages', 'intake.messageCounts'],
    onDone: ({ replayed }) => void message.success(t('intake.messages.replayed', { count: replayed })),
  });
  return (
    <div className="i-problems">
      {problems.map(({ code, count }) => (
        <button
          key={code}
          type="button"
          className={current === code ? 'i-problem i-chosen' : 'i-problem'}
          aria-pressed={current === code}
          onClick={() => onChoose(current === code ? null : code)}
        >
          {t(`intake.problem.${code}`)} <strong>{count}</strong>
        </button>
      ))}
      {may && current && (
        <Button
          icon={<Icon name="retry" size={16} />}
          loading={replay.isPending}
          onClick={() => replay.mutate({ body: { problem: current } })}
        >
          {t('intake.messages.replayAll')}
        </Button>
      )}
    </div>
  );
}
