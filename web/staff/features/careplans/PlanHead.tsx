import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow, useKit } from '../../../kit/context.tsx';
import { StatusTag, type Tone } from '../../../kit/StatusTag.tsx';
import type { Plan } from './types.ts';

const tones: Record<Plan['state'], Tone> = {
  active: 'calm',
  paused: 'quiet',
  'awaiting-choice': 'attention',
  ended: 'quiet',
  'not-started': 'note',
};

/** Which pack, which day, how the plan stands, and why it is this plan. */
export function PlanHead({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { language } = useKit();
  const formats = useFormats();
  const now = useHospitalNow();
  const reasons = [
    ...plan.pausedReasons.map((reason) => t(`careplans.paused.${reason}`)),
    ...(plan.endedReason ? [t(`careplans.ended.${plan.endedReason}`)] : []),
    ...(plan.notStartedReason ? [t(`careplans.notStarted.${plan.notStartedReason}`)] : []),
  ];
  return (
    <div className="cp-head">
      <p className="cp-head-line">
        <StatusTag tone={tones[plan.state]}>{t(`careplans.state.${plan.state}`)}</StatusTag>
        {plan.pack && <strong>{plan.pack.title[language]}</strong>}
        {plan.variant === 'transferred' && <span>{t('careplans.variant.transferred')}</span>}
        {plan.state === 'active' && <span>{t('careplans.panel.day', { day: plan.dayNumber })}</span>}
      </p>
      {reasons.length > 0 && <p className="cp-reason">{reasons.join(t('careplans.panel.comma'))}</p>}
      {plan.endedAt && (
        <p className="cp-small">{t('careplans.panel.endedAt', { at: formats.dateTime(plan.endedAt, now) })}</p>
      )}
      {plan.pack && (
        <details className="cp-why">
          <summary>{t('careplans.panel.why')}</summary>
          <ul>
            {plan.because.map((one) => (
              <li key={`${one.kind}${one.matched}`}>
                {one.kind === 'class'
                  ? t('careplans.because.class', { matched: t(`careplans.class.${one.matched}`) })
                  : t(`careplans.because.${one.kind}`, { matched: one.matched })}
              </li>
            ))}
            <li>
              {t('careplans.panel.pack', { slug: plan.pack.slug, version: plan.pack.version })}
              {!plan.pack.signed && ` · ${t('careplans.panel.unsigned')}`}
            </li>
          </ul>
        </details>
      )}
    </div>
  );
}
