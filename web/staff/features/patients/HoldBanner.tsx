import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow } from '../../../kit/context.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import type { Reply } from '../../api/types.ts';
import { useSend } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';

/** Why nothing goes out to this person, said by whom, and the way back. */
export function HoldBanner({ record }: { record: Reply<'patients.readPatient'> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useHospitalNow();
  const may = useMay('patients.hold');
  const changes = ['patients.readPatient', 'encounters.listInHouse', 'encounters.listDischarged'] as const;
  const lift = useSend('patients.liftHold', { changes });
  const correct = useSend('patients.correctDeath', { changes });
  const { patient, holds } = record;
  const params = { patientId: patient.id };
  return (
    <>
      {patient.deceased && (
        <p className="p-banner">
          <Icon name="pause" size={16} />
          <span>{t(`patients.died.banner.${patient.deceased.source}`, { on: formats.date(patient.deceased.at) })}</span>
          {may && patient.deceased.source === 'staff' && (
            <Popconfirm
              title={t('patients.died.correctAsk')}
              okText={t('patients.died.correct')}
              onConfirm={() => correct.mutate({ params })}
            >
              <Button size="small" loading={correct.isPending}>
                {t('patients.died.correct')}
              </Button>
            </Popconfirm>
          )}
        </p>
      )}
      {holds.map((hold) => (
        <p key={hold.id} className="p-banner">
          <Icon name="pause" size={16} />
          <span>
            {t('patients.hold.banner', {
              reason: t(`patients.hold.reason.${hold.reason}`),
              by: hold.setBy,
              at: formats.dateTime(hold.setAt, now),
            })}
          </span>
          {may && (
            <Popconfirm
              title={t('patients.hold.liftAsk')}
              okText={t('patients.hold.lift')}
              onConfirm={() => lift.mutate({ params: { ...params, holdId: hold.id } })}
            >
              <Button size="small" loading={lift.isPending}>
                {t('patients.hold.lift')}
              </Button>
            </Popconfirm>
          )}
        </p>
      ))}
    </>
  );
}
