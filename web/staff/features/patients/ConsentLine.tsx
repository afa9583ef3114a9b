import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHospitalNow, useKit } from '../../../kit/context.tsx';
import { StatusTag, type Tone } from '../../../kit/StatusTag.tsx';
import { newId } from '../../api/id.ts';
import type { Reply } from '../../api/types.ts';
import { useSend } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';

type Consent = Reply<'patients.readPatient'>['consents'][number];
interface Props {
  readonly patientId: string;
  readonly encounterId: string | null;
  readonly consent: Consent;
}
const tones: Record<NonNullable<Consent['latest']>['state'], Tone> = {
  granted: 'good',
  refused: 'quiet',
  withdrawn: 'quiet',
};
const methods = ['bedside', 'verbal', 'paper'] as const;

/** One purpose: the words to read out, the decision in one tap, and who heard it. */
export function ConsentLine({ patientId, encounterId, consent }: Props) {
  const { t } = useTranslation();
  const { language, formats } = useKit();
  const now = useHospitalNow();
  const may = useMay('patients.consent');
  const [method, setMethod] = useState<(typeof methods)[number]>('bedside');
  const save = useSend('patients.putConsent', { changes: ['patients.readPatient', 'encounters.listInHouse'] });
  const { latest, purpose } = consent;
  const decide = (state: 'granted' | 'refused' | 'withdrawn') =>
    save.mutate({
      params: { patientId, consentId: newId() },
      body: { purpose, state, method, textVersion: consent.textVersion, encounterId },
    });
  const granted = latest?.state === 'granted';
  return (
    <li>
      <div className="p-consent-head">
        <strong>{t(`patients.consents.purpose.${purpose}`)}</strong>
        {latest ? (
          <StatusTag tone={tones[latest.state]}>{t(`patients.consents.state.${latest.state}`)}</StatusTag>
        ) : (
          <StatusTag tone="note" icon="help">
            {t('patients.consents.state.none')}
          </StatusTag>
        )}
      </div>
      <p className="p-consent-text">{consent.text[language]}</p>
      {latest && (
        <small>
          {t('patients.consents.evidence', {
            by: t(`patients.consents.givenBy.${latest.givenBy}`),
            method: t(`patients.consents.method.${latest.method}`),
            at: formats.dateTime(latest.decidedAt, now),
            witness: latest.witness ?? '–',
          })}
        </small>
      )}
      {may && granted && (
        <div className="k-actions p-consent-do">
          <Button size="small" loading={save.isPending} onClick={() => decide('withdrawn')}>
            {t('patients.consents.withdraw')}
          </Button>
        </div>
      )}
      {may && !granted && consent.mayAsk && (
        <div className="k-actions p-consent-do">
          <Button size="small" type="primary" loading={save.isPending} onClick={() => decide('granted')}>
            {t('patients.consents.grant')}
          </Button>
          <Button size="small" loading={save.isPending} onClick={() => decide('refused')}>
            {t('patients.consents.refuse')}
          </Button>
          <Select
            size="small"
            aria-label={t('patients.consents.how')}
            value={method}
            onChange={setMethod}
            options={methods.map((one) => ({ value: one, label: t(`patients.consents.method.${one}`) }))}
          />
        </div>
      )}
      {!granted && !consent.mayAsk && <small>{t('patients.consents.notAgain')}</small>}
    </li>
  );
}
