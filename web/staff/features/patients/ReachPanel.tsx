import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { useApi } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';
import './patients.css';
import type { PanelProps } from './panel-props.ts';
import { ReachForm } from './ReachForm.tsx';
import { Relatives } from './Relatives.tsx';
import { spokenPhone } from './spoken-phone.ts';

/** How this person is reached, when, by which name, and who else may be called. */
export default function ReachPanel({ patientId }: PanelProps) {
  const { t } = useTranslation();
  const may = useMay('patients.write');
  const [editing, setEditing] = useState(false);
  const { data, error, refetch } = useApi('patients.readPatient', { params: { patientId } }, [`patient:${patientId}`]);
  if (error) return <ErrorState title={error.message} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  const { reach, contacts } = data;
  const own = contacts.filter(({ relative }) => !relative);
  const facts: [string, string | null][] = [
    ['phones', own.length > 0 ? own.map(({ phone }) => spokenPhone(phone)).join('、') : t('patients.reach.noPhone')],
    [
      'hours',
      reach.preferredFrom && reach.preferredTo
        ? `${reach.preferredFrom}–${reach.preferredTo}`
        : t('patients.reach.anyHours'),
    ],
    ['channel', t(`patients.reach.channel.${reach.channel}`)],
    ['address', data.patient.formOfAddress],
    ['notes', reach.notes],
  ];
  return (
    <Section
      title={t('patients.reach.title')}
      extra={may && !editing && <Button onClick={() => setEditing(true)}>{t('patients.reach.edit')}</Button>}
      foot={reach.preparedAt ? null : t('patients.reach.notPrepared')}
    >
      {editing ? (
        <ReachForm record={data} onClose={() => setEditing(false)} />
      ) : (
        <dl className="p-facts">
          {facts.flatMap(([key, value]) =>
            value
              ? [
                  <div key={key}>
                    <dt>{t(`patients.reach.${key}`)}</dt>
                    <dd translate={key === 'phones' ? 'no' : undefined}>{value}</dd>
                  </div>,
                ]
              : [],
          )}
        </dl>
      )}
      <Relatives record={data} />
    </Section>
  );
}
