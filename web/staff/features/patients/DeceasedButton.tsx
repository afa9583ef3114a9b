import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { civilDate } from '../../../kit/civil.ts';
import { useHospitalNow, useKit } from '../../../kit/context.tsx';
import { useSend } from '../../api/useApi.ts';

/** A death the ward was told of on the phone. Asks for the day; what follows is said before it happens. */
export function DeceasedButton({ patientId }: { patientId: string }) {
  const { t } = useTranslation();
  const { timeZone } = useKit();
  const today = civilDate(useHospitalNow(), timeZone);
  const [diedOn, setDiedOn] = useState<string | null>(null);
  const save = useSend('patients.markDeceased', {
    changes: ['patients.readPatient', 'encounters.listDischarged'],
    onDone: () => setDiedOn(null),
  });
  return (
    <>
      <Button type="text" onClick={() => setDiedOn(today)}>
        {t('patients.died.told')}
      </Button>
      <Modal
        open={diedOn !== null}
        title={t('patients.died.title')}
        okText={t('patients.died.save')}
        okButtonProps={{ disabled: !diedOn || diedOn > today }}
        confirmLoading={save.isPending}
        onOk={() => diedOn && save.mutate({ params: { patientId }, body: { diedOn } })}
        onCancel={() => setDiedOn(null)}
        destroyOnHidden
      >
        <p>{t('patients.died.hint')}</p>
        <div className="s-form">
          <label htmlFor="died-on">{t('patients.died.on')}</label>
          <Input
            id="died-on"
            type="date"
            max={today}
            value={diedOn ?? ''}
            onChange={(event) => setDiedOn(event.target.value)}
          />
        </div>
      </Modal>
    </>
  );
}
