import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import type { AlertDetail } from './types.ts';

/** What the patient was told on their own screen, or why nothing was said. */
export function PatientWords({ alert }: { alert: AlertDetail }) {
  const { t } = useTranslation();
  const { language } = useKit();
  const { words, now, wardPhone, emergencyNumber, withheld } = alert.patientMessage;
  if (withheld) return <p className="m-quiet">{t(`monitoring.withheld.${withheld}`)}</p>;
  return (
    <figure className="m-words">
      <figcaption>{t('monitoring.alert.patientSees')}</figcaption>
      <blockquote>
        {words && <p>{words[language]}</p>}
        {now && <p>{now[language]}</p>}
      </blockquote>
      <p className="m-lines">
        {wardPhone && (
          <a href={`tel:${wardPhone}`}>
            <Icon name="phone" size={14} /> {t('monitoring.alert.wardLine', { phone: wardPhone })}
          </a>
        )}
        {emergencyNumber && <strong>{t('monitoring.alert.emergency', { number: emergencyNumber })}</strong>}
      </p>
    </figure>
  );
}
