import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow } from '../../../kit/context.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { PersonName } from '../../../kit/PersonName.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import type { Reply } from '../../api/types.ts';
import { useMay } from '../../shell/session.ts';
import { DeceasedButton } from './DeceasedButton.tsx';
import { HoldBanner } from './HoldBanner.tsx';
import { HoldButton } from './HoldButton.tsx';

type Record = Reply<'patients.readPatient'>;
type Stay = Record['stays'][number];

/** Who this is, which stay is looked at, whom to call, and the way to stop everything. */
export function PatientHeader({ record, stay }: { record: Record; stay: Stay | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useHospitalNow();
  const navigate = useNavigate();
  const mayHold = useMay('patients.hold');
  const { patient, holds, stays } = record;
  const choose = (encounterId: string) =>
    void navigate({ to: '.', search: (now: object) => ({ ...now, stay: encounterId }), replace: true });
  return (
    <section className="k-card p-head" aria-label={t('patients.page.title')}>
      <div className="p-head-row">
        <div className="p-who">
          <PersonName name={patient.name} sex={patient.sex} ageYears={patient.age} address={patient.formOfAddress} />
          {patient.elder && (
            <StatusTag tone="note" icon="person">
              {t('patients.page.elder')}
            </StatusTag>
          )}
          {patient.provisional && <StatusTag tone="quiet">{t('patients.page.provisional')}</StatusTag>}
        </div>
        {mayHold && (
          <div className="k-actions">
            {!patient.deceased && <DeceasedButton patientId={patient.id} />}
            {holds.length === 0 && !patient.deceased && (
              <HoldButton patientId={patient.id} encounterId={stay?.encounterId ?? null} />
            )}
          </div>
        )}
      </div>
      {stay && (
        <div className="p-stay-line">
          {stays.length > 1 ? (
            <Select
              size="small"
              variant="borderless"
              aria-label={t('patients.page.stay')}
              value={stay.encounterId}
              onChange={choose}
              options={stays.map((one) => ({
                value: one.encounterId,
                label: `${one.admittedAt || one.dischargedAt ? formats.date(one.admittedAt ?? one.dischargedAt ?? now) : ''} ${one.reason ?? t(`patients.class.${one.class}`)}`,
              }))}
            />
          ) : (
            <strong>{stay.reason ?? t(`patients.class.${stay.class}`)}</strong>
          )}
          <span>
            {[stay.ward?.name, stay.bed && t('patients.page.bed', { bed: stay.bed })].filter(Boolean).join(' · ')}
          </span>
          <span>
            {stay.dischargedAt
              ? t('patients.page.left', {
                  at: formats.dateTime(stay.dischargedAt, now),
                  ago: formats.relative(stay.dischargedAt, now),
                })
              : t(`patients.status.${stay.status}`)}
          </span>
          {stay.ward?.phone && (
            <a className="p-phone" href={`tel:${stay.ward.phone}`}>
              <Icon name="phone" size={16} />
              {t('patients.page.wardPhone', { phone: stay.ward.phone })}
            </a>
          )}
        </div>
      )}
      <HoldBanner record={record} />
    </section>
  );
}
