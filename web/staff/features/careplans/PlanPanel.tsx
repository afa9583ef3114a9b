import { useTranslation } from 'react-i18next';
import { Empty } from '../../../kit/Empty.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { useApi } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';
import { ChoiceBox } from './ChoiceBox.tsx';
import './careplans.css';
import { PhaseStrip } from './PhaseStrip.tsx';
import { PlanActions } from './PlanActions.tsx';
import { PlanDays } from './PlanDays.tsx';
import { PlanHead } from './PlanHead.tsx';

/** The recovery plan of the stay that is looked at: phase, day by day, what was done, what was not and why. */
export default function PlanPanel({ patientId, encounterId }: { patientId: string; encounterId: string | null }) {
  const { t } = useTranslation();
  const mayWrite = useMay('careplans.write');
  const { data, error, refetch } = useApi('careplans.listPlans', { params: { patientId } }, [`patient:${patientId}`]);
  const plan =
    data?.items.find((one) => one.encounterId === encounterId && one.state !== 'ended') ??
    data?.items.find((one) => one.encounterId === encounterId) ??
    data?.items[0];
  const laidOut = plan !== undefined && plan.laidOutUntil !== null;
  return (
    <Section title={t('careplans.panel.title')} extra={plan && mayWrite && <PlanActions plan={plan} />}>
      {error ? (
        <ErrorState title={error.message} onRetry={() => void refetch()} />
      ) : !data ? (
        <ListSkeleton rows={5} />
      ) : !plan ? (
        <Empty title={t('careplans.panel.none')} hint={t('careplans.panel.noneHint')} />
      ) : (
        <>
          <PlanHead plan={plan} />
          {plan.state === 'awaiting-choice' && mayWrite && <ChoiceBox plan={plan} />}
          {plan.phases.length > 0 && <PhaseStrip phases={plan.phases} />}
          {laidOut && <PlanDays key={plan.id} plan={plan} />}
        </>
      )}
    </Section>
  );
}
