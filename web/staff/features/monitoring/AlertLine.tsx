import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { HoursLeft } from '../../../kit/HoursLeft.tsx';
import { PersonName } from '../../../kit/PersonName.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import { type AlertRow, isOpen, toneOf } from './types.ts';

interface Props {
  readonly alert: AlertRow;
  readonly chosen: boolean;
  onOpen(): void;
}

/** One alert: how dangerous, who, what, and who holds it or how long it may still wait. */
export function AlertLine({ alert, chosen, onOpen }: Props) {
  const { t } = useTranslation();
  const { language } = useKit();
  const { patient } = alert;
  return (
    <li>
      <button type="button" className="m-line" aria-current={chosen ? 'true' : undefined} onClick={onOpen}>
        <span className="m-line-top">
          <StatusTag tone={isOpen(alert) ? toneOf[alert.severity] : 'quiet'} icon={isOpen(alert) ? 'alert' : 'check'}>
            {t(isOpen(alert) ? `monitoring.severity.${alert.severity}` : `monitoring.state.${alert.state}`)}
          </StatusTag>
          <PersonName name={patient.name} sex={patient.sex} ageYears={patient.age} />
        </span>
        <strong className="m-line-title">{alert.title[language]}</strong>
        <span className="m-line-reason">{alert.reason[language]}</span>
        <span className="m-line-foot">
          <Holding alert={alert} />
        </span>
      </button>
    </li>
  );
}

/** Who holds it; while nobody has it in hand, the clock. */
export function Holding({ alert }: { alert: AlertRow }) {
  const { t } = useTranslation();
  const { formats } = useKit();
  if (!isOpen(alert)) {
    return (
      <>
        {alert.resolvedBy?.name ?? t('monitoring.alert.byHouse')}
        {alert.resolvedAt && ` · ${formats.day(alert.resolvedAt)} ${formats.time(alert.resolvedAt)}`}
        {alert.closeCode && ` · ${t(`monitoring.close.${alert.closeCode}`, { defaultValue: alert.closeCode })}`}
      </>
    );
  }
  if (alert.state === 'open') {
    return (
      <>
        <HoursLeft dueAt={alert.ackDueAt} />
        <span>
          {alert.holder ? t('monitoring.alert.waitsFor', { name: alert.holder.name }) : t('monitoring.alert.nobody')}
        </span>
      </>
    );
  }
  const holder = alert.holder ?? alert.acknowledgedBy;
  return (
    <StatusTag tone="calm" icon="person">
      {t('monitoring.alert.held', {
        name: holder?.name ?? '–',
        time: alert.acknowledgedAt ? formats.time(alert.acknowledgedAt) : '',
      })}
    </StatusTag>
  );
}
