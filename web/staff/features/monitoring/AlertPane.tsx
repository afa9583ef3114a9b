import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { PersonName } from '../../../kit/PersonName.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import { useKeys } from '../../../kit/useKeys.tsx';
import { useHints } from '../../api/live.ts';
import { keyOf } from '../../api/query.ts';
import { useApi, useSend } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';
import { HoldButton } from '../patients/HoldButton.tsx';
import { AlertEvidence } from './AlertEvidence.tsx';
import { Holding } from './AlertLine.tsx';
import { CloseForm } from './CloseForm.tsx';
import { PatientWords } from './PatientWords.tsx';
import { type AlertDetail, isOpen, toneOf } from './types.ts';

const changes = ['monitoring.listAlerts', 'monitoring.readAlert', 'monitoring.patientMeasures'] as const;

/** One alert with everything needed to act on it. */
export function AlertPane({ alertId }: { alertId: string }) {
  const read = useApi('monitoring.readAlert', { params: { alertId } });
  const patientId = read.data?.patient.id;
  const wardId = read.data?.ward?.id;
  // Read again on what happens to this person or on the ward, once it is known who that is.
  useHints(
    [...(patientId ? [`patient:${patientId}`] : []), ...(wardId ? [`ward:${wardId}`] : [])],
    [keyOf('monitoring.readAlert')],
  );
  if (read.error) return <ErrorState title={read.error.message} onRetry={() => void read.refetch()} />;
  if (!read.data) {
    return (
      <div className="k-card m-pane">
        <ListSkeleton rows={8} />
      </div>
    );
  }
  return <Pane alert={read.data} />;
}

function Pane({ alert }: { alert: AlertDetail }) {
  const { t } = useTranslation();
  const { language, formats } = useKit();
  const mayResolve = useMay('monitoring.resolve');
  const mayHold = useMay('patients.hold');
  const [closing, setClosing] = useState(false);
  const take = useSend('monitoring.acknowledgeAlert', { changes });
  const acknowledge = () => take.mutate({ params: { alertId: alert.id }, body: { version: alert.version } });
  const open = isOpen(alert) && mayResolve;
  useKeys({
    ...(open && alert.state === 'open' ? { a: { label: t('monitoring.alert.take'), run: acknowledge } } : {}),
    ...(open ? { r: { label: t('monitoring.alert.resolve'), run: () => setClosing(true) } } : {}),
  });
  const { patient, lastContact } = alert;
  return (
    <section className="k-card m-pane" aria-label={t('monitoring.alert.title')}>
      <div className="m-pane-head">
        <div>
          <StatusTag tone={isOpen(alert) ? toneOf[alert.severity] : 'quiet'} icon="alert">
            {t(`monitoring.severity.${alert.severity}`)}
          </StatusTag>
          <h2>{alert.title[language]}</h2>
          <PersonName name={patient.name} sex={patient.sex} ageYears={patient.age} address={patient.formOfAddress} />
        </div>
        <div className="k-actions">
          {mayHold && isOpen(alert) && <HoldButton patientId={patient.id} encounterId={alert.encounterId} />}
          <Link className="m-open" to={`/patients/${patient.id}`}>
            {t('monitoring.alert.openPatient')} <Icon name="right" size={14} />
          </Link>
        </div>
      </div>
      <p className="m-holding">
        <Holding alert={alert} />
        <span>
          {t('monitoring.alert.raised', { at: `${formats.day(alert.raisedAt)} ${formats.time(alert.raisedAt)}` })}
        </span>
      </p>
      <p className="m-reason">{alert.reason[language]}</p>
      {isOpen(alert) && (
        <p className={alert.severity === 'red' ? 'm-step m-step-red' : 'm-step'}>
          <Icon name="phone" size={16} />
          <span>{alert.suggestedStep[language]}</span>
        </p>
      )}
      <AlertEvidence alert={alert} />
      <PatientWords alert={alert} />
      <p className="m-contact">
        <Icon name="message" size={16} />
        {lastContact
          ? t('monitoring.alert.lastContact', {
              at: `${formats.day(lastContact.at)} ${formats.time(lastContact.at)}`,
              title: lastContact.title?.[language] ?? '',
            })
          : t('monitoring.alert.noContact')}
      </p>
      {alert.state === 'resolved' && (
        <p className="m-done">
          {alert.actions.map((action) => t(`monitoring.action.${action}`)).join(' · ')}
          {alert.useful !== null &&
            ` · ${t(alert.useful ? 'monitoring.alert.wasUseful' : 'monitoring.alert.wasNotUseful')}`}
        </p>
      )}
      {alert.note && <p className="m-note">{alert.note}</p>}
      {open &&
        (closing ? (
          <CloseForm alert={alert} changes={changes} onClose={() => setClosing(false)} />
        ) : (
          <div className="m-pane-foot">
            {alert.state === 'open' && (
              <Button type="primary" loading={take.isPending} onClick={acknowledge} aria-keyshortcuts="a">
                {t('monitoring.alert.take')}
              </Button>
            )}
            <Button
              type={alert.state === 'open' ? 'default' : 'primary'}
              onClick={() => setClosing(true)}
              aria-keyshortcuts="r"
            >
              {t('monitoring.alert.resolve')}
            </Button>
          </div>
        ))}
    </section>
  );
}
