import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/useApi.ts';
import type { Plan } from './types.ts';

const choices = ['home', 'transferred', 'none'] as const;

/** The ward decides how somebody who left against advice or is dying at home is cared for. Nothing goes out before that. */
export function ChoiceBox({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const choose = useSend('careplans.choosePlan', { changes: ['careplans.listPlans', 'careplans.listPlanTasks'] });
  return (
    <div className="cp-choice">
      <p>
        <strong>{t('careplans.choice.title')}</strong>
        {t(plan.disposition === 'dying-at-home' ? 'careplans.choice.dying' : 'careplans.choice.advice')}
      </p>
      <div>
        {choices.map((choice) => (
          <Button
            key={choice}
            loading={choose.isPending && choose.variables.body.choice === choice}
            disabled={choose.isPending}
            onClick={() => choose.mutate({ params: { planId: plan.id }, body: { version: plan.version, choice } })}
          >
            {t(`careplans.choice.${choice}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
