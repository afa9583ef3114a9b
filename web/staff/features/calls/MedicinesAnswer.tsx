import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import type { QuestionOf, Value, ValueOf } from './types.ts';

interface Props {
  readonly question: QuestionOf<'medicines'>;
  readonly value: Value | undefined;
  readonly readOnly: boolean;
  onGive(value: Value, atOnce: boolean): void;
}
type State = ValueOf<'medicines'>['states'][string];
const STATES: readonly State[] = ['taking', 'missing', 'unclear'];

/** The stay's own medicines, box by box: is it there and taken, missing, or unclear; with what the pack says of its class. */
export function MedicinesAnswer({ question, value, readOnly, onGive }: Props) {
  const { t } = useTranslation();
  const { language } = useKit();
  const states = value?.kind === 'medicines' ? value.states : {};
  return (
    <ul className="c-medicines">
      {question.medicines.map((medicine) => (
        <li key={medicine.key}>
          <div>
            <strong translate="no">{medicine.text}</strong>
            <span className="c-dose">
              {[medicine.dose, medicine.route, medicine.frequency].filter(Boolean).join(' · ')}
            </span>
            {medicine.advice && (
              <p className="c-note">
                <b>{medicine.advice.title[language]}</b> {medicine.advice.advice[language]}
              </p>
            )}
          </div>
          <div className="c-three" role="radiogroup" aria-label={medicine.text}>
            {STATES.map((state) => (
              // biome-ignore lint/a11y/useSemanticElements: as the other answers.
              <button
                key={state}
                type="button"
                role="radio"
                aria-checked={states[medicine.key] === state}
                disabled={readOnly}
                onClick={() => onGive({ kind: 'medicines', states: { ...states, [medicine.key]: state } }, true)}
              >
                {t(`calls.medicine.${state}`)}
              </button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
