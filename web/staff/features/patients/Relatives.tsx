import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../kit/Icon.tsx';
import { newId } from '../../api/id.ts';
import type { Reply } from '../../api/types.ts';
import { useSend } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';
import { spokenPhone } from './spoken-phone.ts';

/** Who else may be called, with a short form to add one. */
export function Relatives({ record }: { record: Reply<'patients.readPatient'> }) {
  const { t } = useTranslation();
  const may = useMay('patients.write');
  const patientId = record.patient.id;
  const [adding, setAdding] = useState(false);
  const remove = useSend('patients.removeRelative', { changes: ['patients.readPatient'] });
  return (
    <>
      <h3 className="p-sub">
        {t('patients.family.title')}
        {may && !adding && (
          <Button size="small" type="text" icon={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>
            {t('patients.family.add')}
          </Button>
        )}
      </h3>
      {record.relatives.length === 0 && !adding && <p className="p-none">{t('patients.family.none')}</p>}
      <ul className="p-codes">
        {record.relatives.map((one) => (
          <li key={one.id}>
            <span>
              <span translate="no">{one.name}</span> <small>{one.relationship}</small>
            </span>
            <span translate="no">
              {record.contacts
                .filter(({ relative }) => relative?.id === one.id)
                .map(({ phone }) => spokenPhone(phone))
                .join('、')}
            </span>
            {may && (
              <Popconfirm
                title={t('patients.family.removeAsk')}
                okText={t('patients.family.remove')}
                onConfirm={() => remove.mutate({ params: { patientId, relativeId: one.id } })}
              >
                <Button
                  size="small"
                  type="text"
                  aria-label={t('patients.family.removeOf', { name: one.name })}
                  icon={<Icon name="trash" size={14} />}
                />
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {adding && <RelativeForm patientId={patientId} onClose={() => setAdding(false)} />}
    </>
  );
}

function RelativeForm({ patientId, onClose }: { patientId: string; onClose(): void }) {
  const { t } = useTranslation();
  const [relativeId] = useState(newId);
  const [name, setName] = useState('');
  const [relationship, setRelationship] = useState('');
  const [phone, setPhone] = useState('');
  const save = useSend('patients.putRelative', { changes: ['patients.readPatient'], onDone: onClose });
  const ready = name.trim() !== '' && relationship.trim() !== '';
  const send = () =>
    ready &&
    save.mutate({
      params: { patientId, relativeId },
      body: { name: name.trim(), relationship: relationship.trim(), phones: phone.trim() ? [phone] : [] },
    });
  return (
    <form
      className="p-inline"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Input
        autoFocus
        aria-label={t('patients.family.name')}
        placeholder={t('patients.family.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Input
        aria-label={t('patients.family.relationship')}
        placeholder={t('patients.family.relationship')}
        value={relationship}
        onChange={(event) => setRelationship(event.target.value)}
      />
      <Input
        aria-label={t('patients.family.phone')}
        placeholder={t('patients.family.phone')}
        inputMode="tel"
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={!ready} loading={save.isPending}>
        {t('patients.family.save')}
      </Button>
      <Button onClick={onClose}>{t('patients.reach.cancel')}</Button>
    </form>
  );
}
