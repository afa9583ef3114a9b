import { Button, Checkbox, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../api/types.ts';
import { useSend } from '../../api/useApi.ts';
import { spokenPhone } from './spoken-phone.ts';

const channels = ['phone', 'app', 'paper'] as const;

/** The reach profile, asked at the bedside. Two colleagues at once: the slower one is told and loses nothing on the screen. */
export function ReachForm({ record, onClose }: { record: Reply<'patients.readPatient'>; onClose(): void }) {
  const { t } = useTranslation();
  const { reach, patient, contacts } = record;
  const [form, setForm] = useState({
    formOfAddress: reach.formOfAddress ?? '',
    preferredFrom: reach.preferredFrom ?? '',
    preferredTo: reach.preferredTo ?? '',
    channel: reach.channel,
    notes: reach.notes ?? '',
    elderMode: reach.elderMode,
    phones: contacts
      .filter(({ relative }) => !relative)
      .map(({ phone }) => spokenPhone(phone))
      .join('\n'),
  });
  const [problem, setProblem] = useState('');
  const put = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const save = useSend('patients.putReach', {
    changes: ['patients.readPatient', 'encounters.listInHouse', 'encounters.readEncounter'],
    onDone: onClose,
    onProblem: ({ title }) => {
      setProblem(title);
      return true;
    },
  });
  const send = () =>
    save.mutate({
      params: { patientId: patient.id },
      body: {
        formOfAddress: form.formOfAddress.trim() || null,
        preferredFrom: form.preferredFrom || null,
        preferredTo: form.preferredTo || null,
        channel: form.channel,
        notes: form.notes.trim() || null,
        elderMode: form.elderMode,
        phones: form.phones.split('\n').filter((line) => line.trim() !== ''),
        version: patient.version,
      },
    });
  return (
    <div className="s-form">
      <label htmlFor="reach-phones">{t('patients.reach.phones')}</label>
      <Input.TextArea
        id="reach-phones"
        autoSize={{ minRows: 1, maxRows: 4 }}
        inputMode="tel"
        value={form.phones}
        placeholder={t('patients.reach.phonesHint')}
        onChange={(event) => put({ phones: event.target.value })}
      />
      <label htmlFor="reach-address">{t('patients.reach.wish')}</label>
      <Input
        id="reach-address"
        maxLength={20}
        value={form.formOfAddress}
        placeholder={patient.formOfAddress}
        onChange={(event) => put({ formOfAddress: event.target.value })}
      />
      <div className="s-form-pair">
        <span>
          <label htmlFor="reach-from">{t('patients.reach.from')}</label>
          <Input
            id="reach-from"
            type="time"
            value={form.preferredFrom}
            onChange={(event) => put({ preferredFrom: event.target.value })}
          />
        </span>
        <span>
          <label htmlFor="reach-to">{t('patients.reach.to')}</label>
          <Input
            id="reach-to"
            type="time"
            value={form.preferredTo}
            onChange={(event) => put({ preferredTo: event.target.value })}
          />
        </span>
      </div>
      <span id="reach-channel">{t('patients.reach.channel')}</span>
      <Segmented
        aria-labelledby="reach-channel"
        block
        value={form.channel}
        onChange={(channel) => put({ channel })}
        options={channels.map((one) => ({ value: one, label: t(`patients.reach.channel.${one}`) }))}
      />
      <label htmlFor="reach-notes">{t('patients.reach.notes')}</label>
      <Input.TextArea
        id="reach-notes"
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 5 }}
        value={form.notes}
        placeholder={t('patients.reach.notesHint')}
        onChange={(event) => put({ notes: event.target.value })}
      />
      <Checkbox
        className="p-check"
        checked={form.elderMode}
        onChange={(event) => put({ elderMode: event.target.checked })}
      >
        {t('patients.reach.elder')}
      </Checkbox>
      <p className="s-form-problem" role="alert">
        {problem}
      </p>
      <div className="k-actions">
        <Button type="primary" loading={save.isPending} onClick={send}>
          {t('patients.reach.save')}
        </Button>
        <Button onClick={onClose}>{t('patients.reach.cancel')}</Button>
      </div>
    </div>
  );
}
