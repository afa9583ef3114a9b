import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { shortDay } from './short-day.ts';
import type { Plan } from './types.ts';

/** The stretches of recovery in a row; the present one says what it aims at. */
export function PhaseStrip({ phases }: { phases: Plan['phases'] }) {
  const { t } = useTranslation();
  const { language } = useKit();
  const short = (on: string) => shortDay(on, language);
  const present = phases.find((phase) => phase.now);
  const at = present ? phases.indexOf(present) : -1;
  return (
    <div className="cp-phases">
      <ol>
        {phases.map((phase, index) => (
          <li
            key={phase.id}
            className={phase.now ? 'cp-now' : index < at ? 'cp-past' : ''}
            aria-current={phase.now ? 'step' : undefined}
          >
            <span className="cp-phase-name">{phase.title[language]}</span>
            <small className="cp-phase-days">
              {phase.toOn
                ? t('careplans.phase.between', { from: short(phase.fromOn), to: short(phase.toOn) })
                : t('careplans.phase.from', { from: short(phase.fromOn) })}
            </small>
          </li>
        ))}
      </ol>
      {present && (
        <p className="cp-goals">
          <strong>{t('careplans.phase.goals')}</strong>
          {present.goals.map((goal) => goal[language]).join(language === 'en' ? ' · ' : '；')}
        </p>
      )}
    </div>
  );
}
