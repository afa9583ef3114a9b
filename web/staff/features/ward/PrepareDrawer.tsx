import { Link } from '@tanstack/react-router';
import { Checkbox, Drawer, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { PersonName } from '../../../kit/PersonName.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { useApi, useSend } from '../../api/useApi.ts';
import ConsentsPanel from '../patients/ConsentsPanel.tsx';
import ReachPanel from '../patients/ReachPanel.tsx';
import { Marks } from './Marks.tsx';

/** Everything a discharge needs beforehand, in one place beside the bed. */
export function PrepareDrawer({ encounterId, onClose }: { encounterId: string; onClose(): void }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useApi('encounters.readEncounter', { params: { encounterId } });
  const save = useSend('encounters.putPreparation', {
    changes: ['encounters.readEncounter', 'encounters.listInHouse'],
    onProblem: () => {
      void refetch();
      return false;
    },
  });
  const put = (part: { cardGiven?: boolean; expectedDischargeOn?: string | null }) =>
    data && save.mutate({ params: { encounterId }, body: { ...part, version: data.version } });
  return (
    <Drawer open title={t('ward.drawer.title')} size={520} onClose={onClose} className="w-drawer">
      {error ? (
        <ErrorState title={error.message} onRetry={() => void refetch()} />
      ) : !data ? (
        <ListSkeleton rows={8} />
      ) : (
        <div className="w-prepare">
          <div>
            <PersonName
              name={data.patient.name}
              sex={data.patient.sex}
              ageYears={data.patient.age}
              address={data.patient.formOfAddress}
            />
            <Marks preparation={data.preparation} />
          </div>
          <div className="s-form">
            <label htmlFor="expected-on">{t('ward.drawer.expected')}</label>
            <Input
              id="expected-on"
              type="date"
              key={data.expectedDischargeOn}
              defaultValue={data.expectedDischargeOn ?? ''}
              onBlur={({ target }) => {
                const on = target.value || null;
                if (on !== data.expectedDischargeOn) put({ expectedDischargeOn: on });
              }}
            />
            <div className="w-card-row">
              <Checkbox
                checked={data.preparation.card}
                disabled={save.isPending}
                onChange={(event) => put({ cardGiven: event.target.checked })}
              >
                {t('ward.drawer.card')}
              </Checkbox>
              <Link to={`/ward/card/${encounterId}`} className="w-link">
                <Icon name="book" size={16} />
                {t('ward.drawer.print')}
              </Link>
            </div>
          </div>
          <ReachPanel patientId={data.patient.id} encounterId={encounterId} />
          <ConsentsPanel patientId={data.patient.id} encounterId={encounterId} />
          <Link to={`/patients/${data.patient.id}`}>{t('ward.drawer.record')}</Link>
        </div>
      )}
    </Drawer>
  );
}
